package okno.e2e.crash;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import okno.e2e.crash.PatientCaller.Answer;

/** Submits applications for a residence certificate and remembers those that were acknowledged. */
public final class Applicant {

    private static final Map<String, Object> FORM = Map.of(
            "lastName", "Иванова",
            "firstName", "Мария",
            "middleName", "Петровна",
            "birthDate", "1990-05-17",
            "address", "г. Москва, ул. Примерная, д. 1");

    private final PatientCaller api;
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<String> numbers = ConcurrentHashMap.newKeySet();

    public Applicant(PatientCaller api) {
        this.api = api;
    }

    /** Goes from nothing to an acknowledged submission, however often something is killed meanwhile. */
    public void submitOne() throws InterruptedException {
        String id = draft();
        fill(id);
        Answer answer = api.post("/applications/" + id + "/submission", null);
        String number = answer.ok() ? answer.json().path("number").asString("") : numberOfSubmitted(id, answer);
        if (!acknowledged.add(id) || !numbers.add(number)) {
            throw new AssertionError("an application or number was given out twice: " + number);
        }
    }

    public Set<String> acknowledged() {
        return Set.copyOf(acknowledged);
    }

    private String draft() throws InterruptedException {
        while (true) {
            Answer answer = api.post("/applications", Map.of("serviceCode", "residence-certificate"));
            if (answer.ok()) {
                return UUID.fromString(answer.json().path("id").asString("")).toString();
            }
            // The draft was made and its id is lost with the process that made it: another draft does no harm.
            requireDoneBefore(answer);
        }
    }

    private void fill(String id) throws InterruptedException {
        while (true) {
            String etag = api.get("/applications/" + id).etag();
            Answer answer = api.send(
                    "PATCH",
                    "/applications/" + id,
                    Map.of("If-Match", String.valueOf(etag), "Content-Type", "application/merge-patch+json"),
                    PatientCaller.JSON.writeValueAsBytes(Map.of("form", FORM)));
            if (answer.ok()) {
                return;
            }
            if (answer.status() != 412) {
                requireDoneBefore(answer);
            }
        }
    }

    private String numberOfSubmitted(String id, Answer refusal) throws InterruptedException {
        requireDoneBefore(refusal);
        return api.get("/applications/" + id).json().path("number").asString("");
    }

    private static void requireDoneBefore(Answer answer) {
        if (!answer.code().equals("request_already_done")) {
            throw new AssertionError("refused: " + answer);
        }
    }
}
