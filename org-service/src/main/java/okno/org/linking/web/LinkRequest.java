package okno.org.linking.web;

import jakarta.validation.constraints.NotBlank;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import okno.org.linking.domain.Organisation.Numbers;
import okno.platform.core.FieldFault;
import okno.platform.core.Problem;
import okno.platform.core.number.Inn;
import okno.platform.core.number.InvalidNumber;
import okno.platform.core.number.Kpp;
import okno.platform.core.number.Ogrn;
import org.jspecify.annotations.Nullable;

/**
 * The company a person says they head.
 *
 * @param inn 10 digits, or 12 of a sole trader
 * @param kpp 9 characters; sole traders have none
 * @param ogrn 13 digits, or 15 of a sole trader
 */
record LinkRequest(
        @NotBlank String inn,
        @Nullable String kpp,
        @NotBlank String ogrn) {

    /** The numbers, all faults of all of them told at once. */
    Numbers numbers() {
        List<FieldFault> faults = new ArrayList<>();
        Inn parsedInn = parse("/inn", inn, Inn::parse, faults);
        Ogrn parsedOgrn = parse("/ogrn", ogrn, Ogrn::parse, faults);
        Kpp parsedKpp = kpp == null || kpp.isBlank() ? null : parse("/kpp", kpp, Kpp::parse, faults);
        if (parsedOgrn != null && parsedInn != null && parsedInn.ofPerson() != parsedOgrn.ofSoleTrader()) {
            faults.add(FieldFault.at("/inn", "inn_of_other_kind"));
        }
        if (parsedOgrn != null && !parsedOgrn.ofSoleTrader() && (kpp == null || kpp.isBlank())) {
            faults.add(FieldFault.at("/kpp", "required"));
        }
        if (parsedInn == null || parsedOgrn == null || !faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return new Numbers(parsedInn, parsedKpp, parsedOgrn);
    }

    private static <T> @Nullable T parse(
            String pointer, String typed, Function<String, T> parser, List<FieldFault> faults) {
        try {
            return parser.apply(typed);
        } catch (InvalidNumber e) {
            faults.add(e.at(pointer));
            return null;
        }
    }
}
