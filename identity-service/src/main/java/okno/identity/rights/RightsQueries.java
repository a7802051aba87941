package okno.identity.rights;

import java.util.List;
import java.util.UUID;
import okno.identity.person.domain.PersonId;
import okno.identity.rights.domain.DataRequest;
import okno.identity.rights.domain.ErasureAnswer;
import okno.identity.rights.domain.ExportPart;
import okno.identity.rights.domain.RequestKind;
import okno.identity.rights.persistence.DataRequests;
import okno.identity.rights.persistence.ErasureAnswers;
import okno.identity.rights.persistence.ExportParts;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Requests as the person who asked sees them, and the holder of a receipt. */
@Service
public class RightsQueries {

    private final DataRequests requests;
    private final ExportParts parts;
    private final ErasureAnswers answers;

    RightsQueries(DataRequests requests, ExportParts parts, ErasureAnswers answers) {
        this.requests = requests;
        this.parts = parts;
        this.answers = answers;
    }

    /** A request with its parts and answers, of which most kinds have none. */
    public record View(DataRequest request, List<ExportPart> parts, List<ErasureAnswer> answers) {}

    /** The caller's of one kind, newest first, one row more than asked for when there are more. */
    public List<View> page(Caller caller, RequestKind kind, @Nullable UUID after, int rows) {
        return requests.page(PersonId.of(caller).value(), kind, after, rows).stream()
                .map(this::view)
                .toList();
    }

    public View mine(Caller caller, RequestKind kind, UUID id) {
        return view(requests.find(id, PersonId.of(caller).value(), kind).orElseThrow(Problem::notFound));
    }

    /** An erasure for whoever holds its receipt. */
    public View byReceipt(UUID id, String receipt) {
        return view(requests.byReceipt(id, receipt).orElseThrow(Problem::notFound));
    }

    public View view(DataRequest request) {
        return new View(request, parts.of(request.id()), answers.of(request.id()));
    }
}
