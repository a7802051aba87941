package okno.platform.documents.store;

import com.google.crypto.tink.Aead;
import software.amazon.awssdk.services.s3.S3Client;

/** A document store in a bucket; apart, so that only who wants it needs the client of S3. */
public final class S3Documents {

    private S3Documents() {}

    /** @param client closed by the caller */
    public static DocumentStore in(S3Client client, String bucket, Aead serviceKey) {
        return new DocumentStore(new S3Blobs(client, bucket), serviceKey);
    }
}
