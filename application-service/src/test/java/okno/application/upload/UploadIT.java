package okno.application.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import okno.application.Api;
import okno.application.ApplicationServiceCase;
import okno.application.SampleFiles;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class UploadIT extends ApplicationServiceCase {

    private static final int PIECE = 1_000_000;
    private static final byte[] FILE = SampleFiles.pdf(2_500_000);

    @Autowired
    SweepUploads sweepUploads;

    @Test
    void a_file_comes_in_pieces_over_broken_connections_and_is_attached_whole() throws IOException {
        Api citizen = aCitizen().api();
        UUID id = draft(citizen, "ip-registration");
        long before = documents();
        Api.Answer begun = begin(citizen, id, FILE.length, sha256(FILE)).expect(201);
        String upload = begun.header("Location").substring("/api/v1".length());
        assertThat(begun.header("Upload-Limit")).contains("max-append-size=5242880", "max-age=");

        append(citizen, upload, 0, piece(0)).expect(204);
        Api.Answer head = citizen.send("HEAD", upload, Map.of(), new byte[0]).expect(200);
        assertThat(head.header("Upload-Offset")).isEqualTo("1000000");
        assertThat(head.header("Upload-Length")).isEqualTo("2500000");
        assertThat(head.header("Upload-Complete")).isEqualTo("?0");
        // The answer to the first piece was lost: it comes again, and is told where to go on.
        Api.Answer again = append(citizen, upload, 0, piece(0)).expect(409);
        assertThat(again.text("/code")).isEqualTo("upload_offset");
        assertThat(again.text("/expected-offset")).isEqualTo("1000000");
        append(citizen, upload, PIECE, piece(PIECE)).expect(204);
        Api.Answer whole = append(citizen, upload, 2 * PIECE, piece(2 * PIECE)).expect(201);

        assertThat(whole.text("/sha256")).isEqualTo(sha256(FILE));
        assertThat(whole.text("/fileName")).isEqualTo("скан.pdf");
        assertThat(whole.header("Upload-Complete")).isEqualTo("?1");
        String paper = whole.header("Location").substring("/api/v1".length());
        assertThat(citizen.get(paper + "/content").expect(200).response().body())
                .isEqualTo(FILE);
        citizen.get(upload).expect(404);
        assertThat(documents()).isEqualTo(before + 1);
    }

    @Test
    void pieces_that_are_wrong_are_refused_and_leave_nothing() throws IOException {
        Api citizen = aCitizen().api();
        UUID id = draft(citizen, "ip-registration");
        String upload = path(begin(citizen, id, FILE.length, null));
        long before = documents();

        assertThat(append(citizen, upload, 0, piece(0), sha256(piece(PIECE)))
                        .expect(422)
                        .text("/errors/0/code"))
                .isEqualTo("digest_mismatch");
        append(citizen, upload, 0, new byte[1000]).expect(422);
        append(citizen, upload, 0, new byte[6 * 1024 * 1024]).expect(413);
        append(citizen, upload, 5, piece(0)).expect(409);
        append(citizen, upload, -1, piece(0)).expect(409);
        citizen.send("PATCH", upload, Map.of("Content-Type", "application/partial-upload", "Upload-Offset", "0"), FILE)
                .expect(400);
        citizen.send("PATCH", upload, headers(0, "md5=:AAAA:"), piece(0)).expect(422);
        citizen.send("PATCH", upload, Map.of("Content-Type", "application/json"), piece(0))
                .expect(415);

        assertThat(documents()).isEqualTo(before);
        assertThat(citizen.get(upload).json().at("/offset").asLong()).isZero();
    }

    @Test
    void a_draft_that_is_thrown_away_takes_the_pieces_of_its_uploads_with_it() throws IOException {
        Api citizen = aCitizen().api();
        UUID id = draft(citizen, "ip-registration");
        long before = documents();
        append(citizen, path(begin(citizen, id, FILE.length, null)), 0, piece(0))
                .expect(204);
        assertThat(documents()).isEqualTo(before + 1);

        citizen.delete("/applications/" + id).expect(204);

        assertThat(documents()).isEqualTo(before);
    }

    @Test
    void what_could_not_be_attached_is_refused_before_it_is_sent() {
        Api citizen = aCitizen().api();
        UUID id = draft(citizen, "ip-registration");

        begin(citizen, id, 5 * 1024 * 1024 + 1, null).expect(413);
        begin(citizen, id, 0, null).expect(400);
        begin(citizen, id, -5, null).expect(400);
        begin(citizen, id, 500, "xyz").expect(400);
        Map<String, Object> unknown = Map.of("kind", "diploma", "fileName", "a.pdf", "size", 500);
        citizen.post("/applications/" + id + "/attachments/uploads", unknown).expect(422);
        for (int i = 0; i < 10; i++) {
            begin(citizen, id, 500, null).expect(201);
        }
        begin(citizen, id, 500, null).expect(409);
    }

    @Test
    void a_file_that_is_not_what_it_should_be_ends_its_upload() throws IOException {
        Api citizen = aCitizen().api();
        UUID id = draft(citizen, "ip-registration");
        long before = documents();

        for (byte[] bad : List.of("MZ no document".getBytes(), SampleFiles.pdf(51, document -> {}))) {
            String upload = path(begin(citizen, id, bad.length, null));
            int status = append(citizen, upload, 0, bad).response().statusCode();
            assertThat(status).isIn(415, 422);
            citizen.get(upload).expect(404);
        }
        String upload = path(begin(citizen, id, FILE.length, sha256(new byte[0])));
        append(citizen, upload, 0, piece(0)).expect(204);
        append(citizen, upload, PIECE, piece(PIECE)).expect(204);
        assertThat(append(citizen, upload, 2 * PIECE, piece(2 * PIECE))
                        .expect(422)
                        .text("/errors/0/code"))
                .isEqualTo("digest_mismatch");

        assertThat(documents()).isEqualTo(before);
        assertThat(citizen.get("/applications/" + id).json().at("/attachments").isEmpty())
                .isTrue();
    }

    @Test
    void an_upload_whose_end_was_lost_is_finished_by_an_empty_piece() {
        Api citizen = aCitizen().api();
        UUID id = draft(citizen, "ip-registration");
        byte[] file = SampleFiles.pdf(100_000);
        String upload = path(begin(citizen, id, file.length, null));
        append(citizen, upload, 0, Arrays.copyOf(file, 99_000)).expect(204);
        // As if the service had ended between the last piece and the attachment.
        jdbc.sql("update upload set size = 99000 where application_id = :id")
                .param("id", id)
                .update();

        append(citizen, upload, 98_000, new byte[0]).expect(409);
        // What is here is a PDF without its end, so it is judged and refused, as it would have been.
        assertThat(append(citizen, upload, 99_000, new byte[0]).response().statusCode())
                .isIn(201, 422);

        citizen.get(upload).expect(404);
    }

    @Test
    void of_many_equal_pieces_at_once_one_is_kept() throws InterruptedException, ExecutionException, IOException {
        Api citizen = aCitizen().api();
        UUID id = draft(citizen, "ip-registration");
        String upload = path(begin(citizen, id, FILE.length, null));
        long before = documents();

        List<Integer> answers;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> send =
                    () -> append(citizen, upload, 0, piece(0)).response().statusCode();
            answers = threads.invokeAll(List.of(send, send, send, send, send, send)).stream()
                    .map(Future::resultNow)
                    .toList();
        }

        assertThat(answers).containsExactlyInAnyOrder(204, 409, 409, 409, 409, 409);
        assertThat(documents()).isEqualTo(before + 1);
    }

    @Test
    void anothers_upload_is_not_there() {
        Api citizen = aCitizen().api();
        UUID id = draft(citizen, "ip-registration");
        String upload = path(begin(citizen, id, FILE.length, null));
        Api other = aCitizen().api();

        other.get(upload).expect(404);
        append(other, upload, 0, piece(0)).expect(404);
        other.delete(upload).expect(404);
        begin(other, id, 500, null).expect(404);

        citizen.delete(upload).expect(204);
        citizen.get(upload).expect(404);
    }

    @Test
    void an_upload_that_is_left_alone_is_forgotten_after_a_day() throws IOException {
        Api citizen = aCitizen().api();
        UUID id = draft(citizen, "ip-registration");
        String upload = path(begin(citizen, id, FILE.length, null));
        append(citizen, upload, 0, piece(0)).expect(204);
        long before = documents();

        jdbc.sql("update upload set expires_at = now() where application_id = :id")
                .param("id", id)
                .update();
        citizen.get(upload).expect(404);
        append(citizen, upload, PIECE, piece(PIECE)).expect(404);
        sweepUploads.handle();

        assertThat(documents()).isEqualTo(before - 1);
        assertThat(jdbc.sql("select count(*) from upload where application_id = :id")
                        .param("id", id)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static Api.Answer begin(Api caller, UUID application, long size, String sha256) {
        Map<String, Object> body =
                new LinkedHashMap<>(Map.of("kind", "passport-scan", "fileName", "скан.pdf", "size", size));
        if (sha256 != null) {
            body.put("sha256", sha256);
        }
        return caller.post("/applications/" + application + "/attachments/uploads", body);
    }

    private static String path(Api.Answer begun) {
        return begun.expect(201).header("Location").substring("/api/v1".length());
    }

    private static Api.Answer append(Api caller, String upload, long offset, byte[] piece) {
        return append(caller, upload, offset, piece, sha256(piece));
    }

    private static Api.Answer append(Api caller, String upload, long offset, byte[] piece, String sha256) {
        String digest =
                "sha-256=:" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256)) + ":";
        return caller.send("PATCH", upload, headers(offset, digest), piece);
    }

    private static Map<String, String> headers(long offset, String digest) {
        return Map.of(
                "Content-Type",
                "application/partial-upload",
                "Upload-Offset",
                Long.toString(offset),
                "Content-Digest",
                digest);
    }

    private static byte[] piece(int offset) {
        return Arrays.copyOfRange(FILE, offset, Math.min(offset + PIECE, FILE.length));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long documents() throws IOException {
        try (Stream<Path> files = Files.walk(DOCUMENTS)) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
