package okno.webhook.endpoint.domain;

import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;

/** Why a change of endpoints was refused. */
public sealed class EndpointRefused extends Problem {

    private EndpointRefused(String code, Object... args) {
        super(ProblemKind.CONFLICT, code, args);
    }

    /** The endpoint is not in a state that allows it. */
    public static final class WrongState extends EndpointRefused {
        public WrongState(EndpointState state) {
            super("endpoint_state", state.name());
        }
    }

    /** The owner has as many as allowed. */
    public static final class TooMany extends EndpointRefused {
        public TooMany(int limit) {
            super("endpoint_quota", limit);
        }
    }
}
