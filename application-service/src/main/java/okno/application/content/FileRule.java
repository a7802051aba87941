package okno.application.content;

import java.util.Set;
import okno.application.casefile.domain.PaperFormat;
import okno.application.catalogue.domain.Passport;
import okno.application.content.inspect.Demands;
import org.jspecify.annotations.Nullable;

/**
 * What is accepted.
 *
 * @param formats by name, of {@link PaperFormat}
 * @param maxBytes most bytes of content
 * @param quality what a scan must be; null: anything readable
 * @param inspected false: the file comes from one of our own services, which answers for it
 */
public record FileRule(Set<String> formats, long maxBytes, Passport.@Nullable Quality quality, boolean inspected) {

    public static FileRule of(Set<String> formats, long maxBytes) {
        return new FileRule(formats, maxBytes, null, true);
    }

    /** As the passport of a service wants it. */
    public static FileRule of(Passport.Document document) {
        return new FileRule(document.formats(), document.limit(), document.quality(), true);
    }

    public static FileRule ofOurOwn(Set<String> formats, long maxBytes) {
        return new FileRule(formats, maxBytes, null, false);
    }

    Demands demands(PaperFormat format) {
        return quality == null
                ? Demands.of(format.name())
                : new Demands(
                        format.name(),
                        orNone(quality.minDpi()),
                        orNone(quality.minWidth()),
                        orNone(quality.minHeight()),
                        orNone(quality.maxPages()),
                        orNone(quality.minSharpness()));
    }

    private static int orNone(@Nullable Integer limit) {
        return limit == null ? 0 : limit;
    }
}
