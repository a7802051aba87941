package okno.platform.web.idempotency;

import java.util.UUID;

/** What became of the wish to carry out a call. */
sealed interface Claim {

    /** The call is ours to carry out, under this attempt. */
    record Granted(Attempt attempt) implements Claim {}

    /** It is done; the answer can be given again. */
    record Done(StoredAnswer answer) implements Claim {}

    /** The key belongs to another body. */
    record Reused() implements Claim {}

    /** Another request is carrying it out at this moment. */
    record InFlight() implements Claim {}

    /** It took effect, but the process ended before the answer was kept. */
    record DoneWithoutAnswer() implements Claim {}

    /** One try to carry out a call; a later try of the same call has another id and makes this one void. */
    record Attempt(CallKey key, UUID id) {}
}
