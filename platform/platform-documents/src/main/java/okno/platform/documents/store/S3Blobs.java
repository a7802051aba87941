package okno.platform.documents.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.util.StreamUtils;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Objects of one bucket of an S3 service, under their ids. An object is seen only when it is complete. */
final class S3Blobs implements Blobs {

    private static final int ID_CHARS = 36;

    private final S3Client s3;
    private final String bucket;

    S3Blobs(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    @Override
    public void put(UUID id, Writing writing) throws IOException, GeneralSecurityException {
        try (S3Writing out = new S3Writing(s3, bucket, id.toString())) {
            writing.to(StreamUtils.nonClosing(out));
            writing.settle();
            out.complete();
        } catch (SdkException e) {
            throw new IOException("object store refused a writing", e);
        }
    }

    @Override
    public InputStream open(UUID id) throws IOException {
        try {
            return s3.getObject(request -> request.bucket(bucket).key(id.toString()));
        } catch (NoSuchKeyException e) {
            throw new NoSuchFileException(id.toString());
        } catch (SdkException e) {
            throw new IOException("object store refused a reading", e);
        }
    }

    @Override
    public void delete(UUID id) throws IOException {
        try {
            s3.deleteObject(request -> request.bucket(bucket).key(id.toString()));
        } catch (SdkException e) {
            throw new IOException("object store refused a deletion", e);
        }
    }

    @Override
    public void each(Instant before, Consumer<List<UUID>> some) throws IOException {
        try {
            s3.listObjectsV2Paginator(request -> request.bucket(bucket)).forEach(page -> {
                List<UUID> ids = page.contents().stream()
                        .filter(object -> object.key().length() == ID_CHARS
                                && object.lastModified().isBefore(before))
                        .map(S3Object::key)
                        .map(UUID::fromString)
                        .toList();
                if (!ids.isEmpty()) {
                    some.accept(ids);
                }
            });
        } catch (SdkException e) {
            throw new IOException("object store refused a listing", e);
        }
    }

    @Override
    public void forgetUnfinished(Instant before) throws IOException {
        try {
            for (MultipartUpload upload : s3.listMultipartUploadsPaginator(request -> request.bucket(bucket))
                    .uploads()) {
                if (upload.initiated().isBefore(before)) {
                    s3.abortMultipartUpload(
                            request -> request.bucket(bucket).key(upload.key()).uploadId(upload.uploadId()));
                }
            }
        } catch (SdkException e) {
            throw new IOException("object store refused a sweep", e);
        }
    }
}
