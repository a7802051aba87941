package okno.application.upload.web;

import java.time.Instant;
import java.util.UUID;
import okno.application.upload.domain.Upload;

/** {@code offset}: bytes that are here, where the next piece begins. */
record UploadResponse(UUID id, String kind, String fileName, long size, long offset, Instant expiresAt) {

    static UploadResponse from(Upload upload) {
        return new UploadResponse(
                upload.id(), upload.kind(), upload.fileName(), upload.size(), upload.received(), upload.expiresAt());
    }
}
