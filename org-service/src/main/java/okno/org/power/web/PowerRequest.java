package okno.org.power.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import okno.org.power.GrantPower;
import okno.org.power.domain.NamedPerson;
import okno.org.power.domain.PowerPermission;
import okno.platform.core.FieldFault;
import okno.platform.core.Problem;
import okno.platform.core.number.InvalidNumber;
import okno.platform.core.number.Snils;
import org.jspecify.annotations.Nullable;

/**
 * A power of attorney to be written.
 *
 * @param services codes of the catalogue, 1 to 20
 * @param permissions {@code applications.draft}, {@code applications.submit}, {@code applications.view}, {@code
 *     applications.correspond}, {@code payments.create}, {@code profile.prefill}, {@code results.receive}
 * @param from the first day; today when not given
 * @param until the last day; a year from today when not given
 */
record PowerRequest(
        @NotNull @Valid Representative representative,

        @NotNull @Size(min = 1, max = 20) List<@NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,63}") String> services,

        @NotNull @Size(min = 1, max = 10) List<@NotNull @Size(max = 64) String> permissions,

        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    private static final String NAME = "\\p{L}[\\p{L} .'-]{0,99}";

    /** The person named, by SNILS and full name as in their passport. */
    record Representative(
            @NotNull @Pattern(regexp = NAME) String lastName,
            @NotNull @Pattern(regexp = NAME) String firstName,
            @Pattern(regexp = NAME) @Nullable String middleName,
            @NotNull @Size(max = 20) String snils) {}

    /** All faults of all fields told at once. */
    GrantPower.Command command() {
        List<FieldFault> faults = new ArrayList<>();
        List<PowerPermission> known = new ArrayList<>();
        for (int i = 0; i < permissions.size(); i++) {
            String pointer = "/permissions/" + i;
            PowerPermission.of(permissions.get(i))
                    .ifPresentOrElse(known::add, () -> faults.add(FieldFault.at(pointer, "poa_permission_unknown")));
        }
        Snils snils = snils(faults);
        if (snils == null || !faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        var named = new NamedPerson(
                representative.lastName.strip(),
                representative.firstName.strip(),
                representative.middleName == null ? null : representative.middleName.strip(),
                snils);
        return new GrantPower.Command(named, services, known, from, until);
    }

    private @Nullable Snils snils(List<FieldFault> faults) {
        try {
            return Snils.parse(representative.snils);
        } catch (InvalidNumber e) {
            faults.add(e.at("/representative/snils"));
            return null;
        }
    }
}
