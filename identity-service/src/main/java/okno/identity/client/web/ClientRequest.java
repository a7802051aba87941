package okno.identity.client.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import okno.identity.client.RequestClientApplication;
import okno.identity.client.domain.ClientApplication;
import okno.identity.client.domain.QuotaPlan;
import okno.identity.client.domain.Scope;
import okno.platform.core.FieldFault;
import okno.platform.core.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A client application that is asked for.
 *
 * @param name what people read when they are asked to consent
 * @param purpose what it is for; the administrator decides by it
 * @param scopes parts of the API: okno.applications, okno.registries and so on
 * @param redirectUris exact https addresses that a log-in may lead back to; none: the client never acts for people
 * @param plan BASIC when not given
 * @param agency only by an administrator, for a machine of an agency
 */
record ClientRequest(
        @NotNull @Size(min = 3, max = 100) @Pattern(regexp = "[\\p{L}\\p{N} .,:()\"«»№+'-]*")
        String name,

        @NotNull @Size(min = 10, max = 1000) String purpose,
        @NotEmpty @Size(max = 20) List<@NotNull String> scopes,
        @Nullable @Size(max = 10) List<@NotNull @Size(max = 500) String> redirectUris,
        @NotNull @Valid KeySet jwks,
        @Nullable QuotaPlan plan,
        @Nullable @Pattern(regexp = "[a-z0-9-]{2,30}") String agency) {

    RequestClientApplication.Command toCommand() {
        var wish = new ClientApplication.Wish(
                name.strip(),
                purpose.strip(),
                knownScopes(),
                redirectUris == null ? List.of() : redirectUris,
                plan == null ? QuotaPlan.BASIC : plan,
                agency);
        return new RequestClientApplication.Command(wish, jwks.keys());
    }

    private Set<Scope> knownScopes() {
        Set<Scope> known = EnumSet.noneOf(Scope.class);
        List<FieldFault> faults = new ArrayList<>();
        for (int i = 0; i < scopes.size(); i++) {
            String pointer = "/scopes/" + i;
            Scope.of(scopes.get(i))
                    .ifPresentOrElse(known::add, () -> faults.add(FieldFault.at(pointer, "scope_unknown")));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return known;
    }
}
