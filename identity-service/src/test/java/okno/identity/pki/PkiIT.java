package okno.identity.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.MessageDigest;
import okno.identity.IdentityIT;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

class PkiIT extends IdentityIT {

    private static final MediaType QUERY = MediaType.parseMediaType("application/timestamp-query");

    @Test
    void anybody_gets_a_timestamp_that_answers_the_request() throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(new byte[] {1, 2, 3});
        var generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        TimeStampRequest request = generator.generate(TSPAlgorithms.SHA256, digest, BigInteger.TWO);
        var response = new TimeStampResponse(stamp(request.getEncoded())
                .expectStatus()
                .isOk()
                .returnResult(byte[].class)
                .getResponseBody());
        response.validate(request);
        byte[] certificate = http.get()
                .uri("/api/v1/pki/tsa.crt")
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(byte[].class)
                .getResponseBody();
        response.getTimeStampToken()
                .validate(new JcaSimpleSignerInfoVerifierBuilder().build(new X509CertificateHolder(certificate)));
        assertThat(response.getTimeStampToken().getTimeStampInfo().getGenTime())
                .isCloseTo(new java.util.Date(), 60_000);
    }

    @Test
    void weak_hashes_are_rejected_and_no_request_is_a_fault() throws Exception {
        var weak = new TimeStampRequestGenerator().generate(TSPAlgorithms.SHA1, new byte[20]);
        var rejected = new TimeStampResponse(
                stamp(weak.getEncoded()).returnResult(byte[].class).getResponseBody());
        assertThat(rejected.getTimeStampToken()).isNull();
        stamp(new byte[] {1, 2, 3}).expectStatus().isBadRequest();
        stamp(new byte[2_000]).expectStatus().isEqualTo(HttpStatus.CONTENT_TOO_LARGE);
    }

    private ResponseSpec stamp(byte[] request) {
        return http.post()
                .uri("/api/v1/pki/timestamps")
                .contentType(QUERY)
                .body(request)
                .exchange();
    }
}
