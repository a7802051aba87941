package okno.platform.documents.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Against S3Proxy, which speaks S3 and keeps the objects in files. */
class S3BlobsTest extends BlobsContract {

    private static S3Proxy server;
    private static S3Client client;

    @TempDir
    static Path directory;

    private String bucket = "";

    @BeforeAll
    static void aServer() throws Exception {
        server = S3Proxy.builder()
                .blobStore(new FilesystemNio2BlobStore(directory.toString()))
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, "access", "secret")
                .build();
        server.start();
        client = S3Client.builder()
                .endpointOverride(URI.create("http://127.0.0.1:" + server.getPort()))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("access", "secret")))
                .forcePathStyle(true)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    @AfterAll
    static void end() throws Exception {
        client.close();
        server.stop();
    }

    @Override
    Blobs blobs() {
        bucket = "documents-" + UUID.randomUUID();
        client.createBucket(request -> request.bucket(bucket));
        return new S3Blobs(client, bucket);
    }

    @Test
    void what_a_crash_left_half_written_is_forgotten_when_it_is_old() {
        String upload = client.createMultipartUpload(
                        request -> request.bucket(bucket).key(id.toString()))
                .uploadId();
        client.uploadPart(
                request -> request.bucket(bucket)
                        .key(id.toString())
                        .uploadId(upload)
                        .partNumber(1),
                RequestBody.fromBytes(content(10)));

        store.forgetUnfinished(Instant.now().minusSeconds(3600));
        assertThat(unfinished()).isEqualTo(1);

        store.forgetUnfinished(Instant.now().plusSeconds(60));
        assertThat(unfinished()).isZero();
    }

    private int unfinished() {
        return client.listMultipartUploads(request -> request.bucket(bucket))
                .uploads()
                .size();
    }
}
