package okno.identity.assurance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import okno.identity.assurance.domain.Attempt;
import okno.identity.assurance.domain.Evidence;
import okno.identity.assurance.domain.Method;
import okno.identity.assurance.domain.Proof;
import okno.identity.assurance.domain.Verification;
import okno.identity.assurance.domain.VerificationRefused;
import okno.identity.assurance.persistence.Attempts;
import okno.identity.person.domain.Person;
import okno.identity.person.domain.PersonId;
import okno.identity.person.persistence.Persons;
import okno.platform.core.Caller;
import okno.platform.core.Ids;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * A person proves who they are, in any way: at once by what they hand in, or by something they do first (sign a
 * challenge, visit a page). Remote calls are made between transactions; a dependency that is down costs no try and
 * proves nothing.
 */
@Service
public class RaiseLevel {

    private final Map<Method, ProofMethod> methods = new EnumMap<>(Method.class);
    private final Persons persons;
    private final Attempts attempts;
    private final Proofs proofs;
    private final AssuranceProperties properties;
    private final Clock clock;

    RaiseLevel(
            List<ProofMethod> methods,
            Persons persons,
            Attempts attempts,
            Proofs proofs,
            AssuranceProperties properties,
            Clock clock) {
        methods.forEach(method -> this.methods.put(method.method(), method));
        this.persons = persons;
        this.attempts = attempts;
        this.proofs = proofs;
        this.properties = properties;
        this.clock = clock;
    }

    /** Evidence that can be judged at once: digits, or a passport. */
    public record AtOnce(Method method, Evidence evidence) {}

    /** Evidence for an attempt that has begun. */
    public record Answer(UUID attempt, Evidence evidence) {}

    /**
     * Begins a proof that needs something done first.
     *
     * @throws Problem {@code already_confirmed}, {@code level_needed}, {@code method_unavailable}, {@code
     *     verification_limit}, {@code dependency_unavailable}
     */
    public Attempt begin(Caller caller, Method method) {
        Person person = known(PersonId.of(caller));
        Proofs.requireFitting(method, person.ial());
        return opened(caller, person, method);
    }

    /**
     * Judges what needs no preparation.
     *
     * @throws Problem a {@link VerificationRefused}, or {@code dependency_unavailable}
     */
    public Verification handle(Caller caller, AtOnce command) {
        Person person = known(PersonId.of(caller));
        // A code counts its own tries; everything else is counted here.
        Attempt attempt = command.method() == Method.MFC_CODE
                ? attempt(person, command.method(), ProofMethod.Start.NOTHING)
                : begin(caller, command.method());
        return judged(caller, person, attempt, command.evidence());
    }

    /**
     * Judges the answer to a challenge.
     *
     * @throws Problem a {@link VerificationRefused}; "not found" when the caller began no such attempt
     */
    public Verification handle(Caller caller, UUID id, byte[] signature) {
        PersonId personId = PersonId.of(caller);
        Attempt attempt = attempts.findOf(personId, id).orElseThrow(Problem::notFound);
        String challenge = attempt.challenge();
        if (!attempt.openAt(clock.instant()) || challenge == null) {
            throw VerificationRefused.over();
        }
        return judged(caller, known(personId), attempt, new Evidence.SignedChallenge(challenge, signature));
    }

    /** A verifier answers; told twice it counts once, and what it says too late counts nothing. */
    void handle(Method method, Answer answer) {
        Attempt attempt = attempts.find(answer.attempt())
                .filter(found -> found.method() == method)
                .orElseThrow(Problem::notFound);
        if (!attempt.openAt(clock.instant())) {
            return;
        }
        try {
            judged(null, known(attempt.personId()), attempt, answer.evidence());
        } catch (VerificationRefused kept) {
            // The verifier has done its part; the person reads the reason in the attempt.
            return;
        }
    }

    private Verification judged(@Nullable Caller caller, Person person, Attempt attempt, Evidence evidence) {
        ProofMethod method = method(attempt.method());
        try {
            Proofs.requireFitting(attempt.method(), person.ial());
            Proof proof = method.examine(person, evidence);
            return proofs.accept(caller, attempt, method, proof);
        } catch (VerificationRefused refused) {
            proofs.refuse(caller, attempt, refused);
            throw refused;
        } catch (Problem notJudged) {
            if (notJudged.kind() == ProblemKind.UNAVAILABLE) {
                attempts.delete(attempt.id());
            }
            throw notJudged;
        }
    }

    private Attempt opened(Caller caller, Person person, Method method) {
        Instant dayAgo = clock.instant().minus(Duration.ofDays(1));
        if (attempts.countSince(person.id(), method, dayAgo) >= properties.attemptsPerDay()) {
            throw VerificationRefused.tooMany(properties.attemptsPerDay());
        }
        UUID id = Ids.next();
        Attempt attempt = attempt(id, person, method, method(method).start(id));
        proofs.open(attempt, caller);
        return attempt;
    }

    private Attempt attempt(Person person, Method method, ProofMethod.Start start) {
        return attempt(Ids.next(), person, method, start);
    }

    private Attempt attempt(UUID id, Person person, Method method, ProofMethod.Start start) {
        Instant now = clock.instant();
        return new Attempt(
                id,
                person.id(),
                method,
                Attempt.Status.PENDING,
                start.challenge(),
                start.page(),
                null,
                now,
                now.plus(properties.attemptLife()));
    }

    private ProofMethod method(Method method) {
        return Objects.requireNonNull(methods.get(method), method.name());
    }

    private Person known(PersonId id) {
        return persons.find(id).orElseThrow(Problem::notFound);
    }
}
