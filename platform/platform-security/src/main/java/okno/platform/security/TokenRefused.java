package okno.platform.security;

import okno.platform.core.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** A token that lets nobody in. What it says is trusted only when {@link #whose} is there: then the realm has signed it. */
final class TokenRefused extends InvalidBearerTokenException {

    private static final long serialVersionUID = 1;

    private final RefusalReason reason;
    private final transient @Nullable Caller whose;

    TokenRefused(RefusalReason reason) {
        this(reason, null, null);
    }

    TokenRefused(RefusalReason reason, @Nullable Caller whose) {
        this(reason, whose, null);
    }

    TokenRefused(RefusalReason reason, @Nullable Caller whose, @Nullable Throwable cause) {
        super(reason.word(), cause);
        this.reason = reason;
        this.whose = whose;
    }

    RefusalReason reason() {
        return reason;
    }

    /** Whom the token speaks for; null: nobody knows. */
    @Nullable
    Caller whose() {
        return whose;
    }
}
