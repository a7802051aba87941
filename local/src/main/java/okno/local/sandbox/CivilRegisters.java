package okno.local.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The registers of insured persons and of passports. They know the people of the demo ({@code sandbox/people.json}), and
 * whom they were told of: {@code PUT /registers/v1/people} adds somebody, as an office would.
 */
final class CivilRegisters {

    private record Holder(
            String lastName, String firstName, @Nullable String middleName, String birthDate) {}

    private record Insured(Holder holder, boolean deceased) {}

    private record Passport(Holder holder, String issueDate, String status) {}

    /** Somebody whom both registers know. */
    private record Entered(
            String snils,
            String series,
            String number,
            String issueDate,
            String lastName,
            String firstName,
            @Nullable String middleName,
            String birthDate,
            @Nullable String passportStatus,
            @Nullable Boolean deceased) {

        Holder holder() {
            return new Holder(lastName, firstName, middleName, birthDate);
        }
    }

    private final Map<String, Insured> insured = new ConcurrentHashMap<>();
    private final Map<String, Passport> passports = new ConcurrentHashMap<>();
    private final String authorization;

    CivilRegisters(SandboxSettings settings) {
        this.authorization = "Bearer " + settings.civilKey();
        try (InputStream people = CivilRegisters.class.getResourceAsStream("/sandbox/people.json")) {
            for (Entered one : Call.JSON.readValue(people, Entered[].class)) {
                enter(one);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void addTo(Answers answers) {
        answers.on("enter-person", this::enter)
                .on("find-insured", call -> found(call, insured.get(call.pathValue("snils"))))
                .on(
                        "find-passport",
                        call -> found(call, passports.get(call.pathValue("series") + call.pathValue("number"))));
    }

    private Reply enter(Call call) {
        enter(call.json(Entered.class));
        return Reply.status(204);
    }

    private void enter(Entered entered) {
        insured.put(entered.snils(), new Insured(entered.holder(), Boolean.TRUE.equals(entered.deceased())));
        String status = entered.passportStatus() == null ? "VALID" : entered.passportStatus();
        passports.put(entered.series() + entered.number(), new Passport(entered.holder(), entered.issueDate(), status));
    }

    private Reply found(Call call, @Nullable Object known) {
        if (!call.header("Authorization").orElse("").equals(authorization)) {
            return Reply.fault(401, "wrong key");
        }
        return known == null ? Reply.fault(404, "unknown") : Reply.json(200, known);
    }
}
