package okno.identity.client.domain;

import java.util.List;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;

/** Why a client application is not changed. */
public final class ClientRefused extends Problem {

    private ClientRefused(ProblemKind kind, String code, Object... args) {
        super(kind, code, List.of(args), List.of());
    }

    /** Nobody approves what they asked for themselves. */
    public static ClientRefused ownRequest() {
        return new ClientRefused(ProblemKind.FORBIDDEN, "client_own_request");
    }

    public static ClientRefused status(ClientStatus status) {
        return new ClientRefused(ProblemKind.CONFLICT, "client_status", status.name());
    }

    /** A company cannot keep more than this many. */
    public static ClientRefused tooMany(int most) {
        return new ClientRefused(ProblemKind.CONFLICT, "client_too_many", most);
    }
}
