package okno.platform.documents.store;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/**
 * An object of unknown length on its way: what fits in one part is put at once, what is longer goes in parts. Closed before
 * it is complete, it leaves nothing. At most one part is held in memory.
 */
final class S3Writing extends OutputStream {

    private static final Logger LOG = LoggerFactory.getLogger(S3Writing.class);
    /** The least that S3 takes as a part that is not the last. */
    private static final int PART = 5 * 1024 * 1024;

    private final S3Client s3;
    private final String bucket;
    private final String key;
    private final ByteArrayOutputStream part = new ByteArrayOutputStream(64 * 1024);
    private final List<CompletedPart> sent = new ArrayList<>();
    private @Nullable String upload;

    S3Writing(S3Client s3, String bucket, String key) {
        this.s3 = s3;
        this.bucket = bucket;
        this.key = key;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) {
        part.write(buffer, offset, length);
        if (part.size() >= PART) {
            send();
        }
    }

    void complete() {
        String id = upload;
        if (id == null) {
            s3.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromBytes(part.toByteArray()));
            return;
        }
        if (part.size() > 0) {
            send();
        }
        s3.completeMultipartUpload(
                request -> request.bucket(bucket).key(key).uploadId(id).multipartUpload(parts -> parts.parts(sent)));
        upload = null;
    }

    private void send() {
        String id = upload == null
                ? s3.createMultipartUpload(request -> request.bucket(bucket).key(key))
                        .uploadId()
                : upload;
        upload = id;
        int number = sent.size() + 1;
        String tag = s3.uploadPart(
                        request -> request.bucket(bucket).key(key).uploadId(id).partNumber(number),
                        RequestBody.fromBytes(part.toByteArray()))
                .eTag();
        sent.add(CompletedPart.builder().partNumber(number).eTag(tag).build());
        part.reset();
    }

    @Override
    public void close() {
        String id = upload;
        if (id != null) {
            try {
                s3.abortMultipartUpload(
                        request -> request.bucket(bucket).key(key).uploadId(id));
            } catch (SdkException e) {
                // Left to the sweep of the unfinished; what stopped the writing must be heard.
                LOG.warn("A broken writing was not withdrawn: {}", e.getClass().getSimpleName());
            }
        }
    }
}
