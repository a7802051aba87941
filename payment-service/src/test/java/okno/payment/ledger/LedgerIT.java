package okno.payment.ledger;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import okno.payment.PaymentServiceSetup;
import okno.payment.ledger.persistence.Ledger;
import okno.platform.core.Ids;
import okno.platform.core.Money;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

class LedgerIT extends PaymentServiceSetup {

    @Autowired
    Ledger ledger;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void database_refuses_a_transaction_that_does_not_balance() {
        var lines = List.of(
                new LedgerLine("provider:sandbox", Money.roubles(100), null),
                new LedgerLine("treasury", Money.roubles(-99), null));

        assertThatThrownBy(() -> transaction.executeWithoutResult(tx -> ledger.post(Ids.next(), lines, Instant.now())))
                .isInstanceOf(RuntimeException.class)
                .hasStackTraceContaining("does not balance");
    }

    @Test
    void database_refuses_to_change_or_delete_an_entry() {
        UUID id = aPaidPayment();

        assertThatThrownBy(() -> jdbc.sql("update ledger_entry set amount = amount + 1 where transaction_id = :id")
                        .param("id", id)
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("delete from ledger_entry where transaction_id = :id")
                        .param("id", id)
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void reconciliation_finds_what_the_provider_denies_and_nothing_else() {
        UUID agreed = aPaidPayment();
        PROVIDER.stubFor(get(SESSIONS + "/" + session(agreed)).willReturn(okJson("""
                {"sessionId":"%s","status":"SUCCEEDED","amount":80000,"currency":"RUB"}""".formatted(session(agreed)))));
        UUID denied = aPaidPayment();

        JsonNode report = body(http.get()
                .uri("/api/v1/ledger/reconciliation?from=2020-01-01T00:00:00Z&to=2100-01-01T00:00:00Z&limit=100")
                .header("Authorization", TestTokens.admin().bearer())
                .exchange()
                .expectStatus()
                .isOk());

        List<String> about = report.get("differences").findValuesAsString("paymentId");
        assertThat(about).contains(denied.toString()).doesNotContain(agreed.toString());
        assertThat(report.get("balances").findValuesAsString("account")).contains("treasury");
        read(aPerson(), "/api/v1/ledger/reconciliation?from=2020-01-01T00:00:00Z&to=2100-01-01T00:00:00Z")
                .expectStatus()
                .isForbidden();
    }

    private UUID aPaidPayment() {
        String person = aPerson();
        UUID id = aPendingPayment(person, aCharge(person));
        callback(verdict(id, "evt-" + id, "SUCCEEDED", 80000)).expectStatus().isNoContent();
        return id;
    }
}
