package okno.webhook.endpoint.domain;

import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;

/** Why a change of endpoints was refused. */
public sealed class EndpointRefused extends Problem {

    private EndpointRefused(ProblemKind kind, String code, Object... args) {
        super(kind, code, args);
    }

    /** The endpoint is not in a state that allows it. */
    public static final class WrongState extends EndpointRefused {
        public WrongState(EndpointState state) {
            super(ProblemKind.CONFLICT, "endpoint_state", state.name());
        }
    }

    /** The owner has as many as allowed. */
    public static final class TooMany extends EndpointRefused {
        public TooMany(int limit) {
            super(ProblemKind.CONFLICT, "endpoint_quota", limit);
        }
    }

    /** The owner has had as many tests and challenges sent today as allowed. */
    public static final class TooManyMessages extends EndpointRefused {
        public TooManyMessages(int limit) {
            super(ProblemKind.TOO_MANY, "message_quota", limit);
        }
    }

    /** As many persons as allowed are told of the endpoint already. */
    public static final class TooManyWatchers extends EndpointRefused {
        public TooManyWatchers(int limit) {
            super(ProblemKind.CONFLICT, "watcher_quota", limit);
        }
    }
}
