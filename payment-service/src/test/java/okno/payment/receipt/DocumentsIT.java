package okno.payment.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import java.util.UUID;
import javax.imageio.ImageIO;
import okno.payment.PaymentServiceSetup;
import okno.platform.test.TestTokens;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class DocumentsIT extends PaymentServiceSetup {

    private final String person = aPerson();

    @Test
    void qr_code_of_a_charge_reads_back_as_a_payment_string_with_its_uin() throws Exception {
        String uin = aCharge(person);

        byte[] png = read(person, "/api/v1/charges/" + uin + "/qr")
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("image/png")
                .returnResult(byte[].class)
                .getResponseBodyContent();

        var image = new BufferedImageLuminanceSource(ImageIO.read(new ByteArrayInputStream(png)));
        String text = new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(image)))
                .getText();
        assertThat(text)
                .startsWith("ST00012|Name=Казначейство России (ФНС России)|PersonalAcc=03100643000000018500|")
                .contains("|Sum=80000|", "|UIN=" + uin + "|");
    }

    @Test
    void receipt_names_charge_and_sum_in_the_language_asked_for() throws Exception {
        String uin = aCharge(person);
        UUID id = aPendingPayment(person, uin);
        read(person, "/api/v1/payments/" + id + "/receipt").expectStatus().isEqualTo(409);
        callback(verdict(id, "evt-" + id, "SUCCEEDED", 80000)).expectStatus().isNoContent();

        assertThat(receipt(id, "ru")).contains("Квитанция об оплате", uin, "800,00 руб.", id.toString());
        assertThat(receipt(id, "en")).contains("Payment receipt", uin, "RUB 800.00");
        read(aPerson(), "/api/v1/payments/" + id + "/receipt").expectStatus().isNotFound();
    }

    private String receipt(UUID paymentId, String language) throws Exception {
        byte[] pdf = http.get()
                .uri("/api/v1/payments/" + paymentId + "/receipt")
                .header("Authorization", TestTokens.person(person).bearer())
                .header("Accept-Language", language)
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(byte[].class)
                .getResponseBodyContent();
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
