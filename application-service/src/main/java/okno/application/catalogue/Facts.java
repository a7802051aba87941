package okno.application.catalogue;

import java.time.LocalDate;
import java.util.Set;
import okno.application.catalogue.domain.Kind;

/**
 * What conditions know besides the form.
 *
 * @param today the day in Moscow, as terms are counted
 * @param kind for whom is applied
 * @param ial how well the caller is known
 * @param attached kinds of the documents attached
 */
public record Facts(LocalDate today, Kind kind, String ial, Set<String> attached) {}
