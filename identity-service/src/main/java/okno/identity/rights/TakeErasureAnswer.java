package okno.identity.rights;

import java.time.Clock;
import java.util.UUID;
import okno.identity.rights.domain.ErasureAnswer;
import okno.identity.rights.persistence.DataRequests;
import okno.identity.rights.persistence.ErasureAnswers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A service tells what it erased and what it kept. */
@Service
public class TakeErasureAnswer {

    private final DataRequests requests;
    private final ErasureAnswers answers;
    private final Clock clock;

    TakeErasureAnswer(DataRequests requests, ErasureAnswers answers, Clock clock) {
        this.requests = requests;
        this.answers = answers;
        this.clock = clock;
    }

    /** To which order, and what. */
    public record Command(UUID requestId, ErasureAnswer answer) {}

    /** An answer to an order that nobody gave is passed over. */
    @Transactional
    public void handle(Command command) {
        if (requests.lock(command.requestId()).isPresent()) {
            answers.keep(command.requestId(), command.answer(), clock.instant());
            requests.wake(command.requestId(), clock.instant());
        }
    }
}
