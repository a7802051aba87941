package okno.registry.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import okno.platform.core.number.Inn;
import okno.platform.core.number.InvalidNumber;
import okno.platform.core.number.Kpp;
import okno.platform.core.number.Ogrn;
import okno.registry.record.domain.RegisterRecord.LegalEntity;
import okno.registry.record.domain.RegisterRecord.Status;
import okno.registry.record.persistence.LegalEntities;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Compares what is said of a company with ЕГРЮЛ. */
@Service
public class CheckOrganisation {

    private final LegalEntities legalEntities;

    CheckOrganisation(LegalEntities legalEntities) {
        this.legalEntities = legalEntities;
    }

    /**
     * What the register says.
     *
     * @param valid the numbers can exist
     * @param exists the register has the ОГРН
     * @param matches INN and КПП belong to it and it is active
     * @param reasons codes of everything that does not hold: {@code inn_checksum}, {@code ogrn_unknown}, {@code
     *     inn_mismatch}, {@code kpp_mismatch}, {@code organisation_inactive}...
     */
    public record Verdict(boolean valid, boolean exists, boolean matches, List<String> reasons) {}

    Verdict check(String inn, @Nullable String kpp, String ogrn) {
        List<String> reasons = new ArrayList<>();
        addIfInvalid(reasons, inn, Inn::parse);
        addIfInvalid(reasons, ogrn, Ogrn::parse);
        if (kpp != null) {
            addIfInvalid(reasons, kpp, Kpp::parse);
        }
        if (!reasons.isEmpty()) {
            return new Verdict(false, false, false, reasons);
        }
        return legalEntities
                .find(Ogrn.parse(ogrn).value())
                .map(company -> compare(company, Inn.parse(inn), kpp == null ? null : Kpp.parse(kpp)))
                .orElseGet(() -> new Verdict(true, false, false, List.of("ogrn_unknown")));
    }

    private static Verdict compare(LegalEntity company, Inn inn, @Nullable Kpp kpp) {
        List<String> reasons = new ArrayList<>();
        if (!company.inn().equals(inn.value())) {
            reasons.add("inn_mismatch");
        }
        if (kpp != null && !company.kpp().equals(kpp.value())) {
            reasons.add("kpp_mismatch");
        }
        if (company.status() != Status.ACTIVE) {
            reasons.add("organisation_inactive");
        }
        return new Verdict(true, true, reasons.isEmpty(), reasons);
    }

    private static void addIfInvalid(List<String> reasons, String typed, Consumer<String> check) {
        try {
            check.accept(typed);
        } catch (InvalidNumber e) {
            reasons.add(e.code());
        }
    }
}
