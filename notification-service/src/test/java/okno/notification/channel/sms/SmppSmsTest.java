package okno.notification.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import okno.notification.channel.MessageChannel;
import okno.notification.channel.MessageChannelContract;
import okno.notification.channel.OutgoingMessage;
import okno.notification.channel.ReceiptArrived;
import okno.notification.channel.SendOutcome;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.util.DeliveryReceiptState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmppSmsTest extends MessageChannelContract {

    private final List<Object> receipts = new CopyOnWriteArrayList<>();
    private MessageCentre centre;
    private SmppSms channel;

    @BeforeEach
    void start() throws IOException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        centre = new MessageCentre(port);
        channel = to(port);
    }

    private SmppSms to(int port) {
        return new SmppSms(
                SmsPropertiesFixture.properties(Duration.ofSeconds(2), List.of(), port),
                new SmppReceipts("smpp", receipts::add));
    }

    @AfterEach
    void stop() throws IOException {
        channel.close();
        centre.close();
    }

    @Override
    protected MessageChannel channel() {
        return channel;
    }

    @Override
    protected MessageChannel unreachable() {
        return to(1);
    }

    @Override
    protected String address() {
        return "+79990001122";
    }

    @Override
    protected void providerAccepts() {
        centre.mood = MessageCentre.Mood.ACCEPTING;
    }

    @Override
    protected void providerRefusesTheAddress() {
        centre.mood = MessageCentre.Mood.REFUSING;
    }

    @Override
    protected void providerIsBusy() {
        centre.mood = MessageCentre.Mood.THROTTLING;
    }

    @Override
    protected void providerFallsSilent() {
        centre.mood = MessageCentre.Mood.SILENT;
    }

    @Override
    protected long given(OutgoingMessage message) {
        return centre.received.size();
    }

    @Test
    void a_cyrillic_text_arrives_as_it_was_written_and_asks_for_a_receipt() {
        channel.send(message());

        SubmitSm sms = centre.received.getFirst();
        assertThat(new String(sms.getShortMessage(), StandardCharsets.UTF_16BE)).isEqualTo(TEXT);
        assertThat(sms.getDestAddress()).isEqualTo("79990001122");
        assertThat(sms.getRegisteredDelivery()).isEqualTo((byte) 1);
    }

    @Test
    void a_long_text_travels_whole_as_payload() {
        String longText = TEXT.repeat(5);
        channel.send(OutgoingMessage.sms("x.sms", address(), longText, false));

        SubmitSm sms = centre.received.getFirst();
        var payload =
                (OptionalParameter.Message_payload) sms.getOptionalParameter(OptionalParameter.Tag.MESSAGE_PAYLOAD);
        assertThat(new String(payload.getValue(), StandardCharsets.UTF_16BE)).isEqualTo(longText);
        assertThat(sms.getShortMessage()).isEmpty();
    }

    @Test
    void receipts_tell_what_became_of_a_message() {
        var accepted = (SendOutcome.Accepted) channel.send(message());

        centre.receipt(accepted.providerMessageId(), DeliveryReceiptState.DELIVRD);

        await().atMost(Duration.ofSeconds(5)).until(() -> receipts.size() == 1);
        assertThat(receipts)
                .containsExactly(new ReceiptArrived(
                        "smpp", null, accepted.providerMessageId(), ReceiptArrived.State.DELIVERED, "delivrd"));
    }

    @Test
    void a_lost_session_is_opened_again() throws IOException {
        channel.send(message());
        channel.close();

        assertThat(channel.send(message())).isInstanceOf(SendOutcome.Accepted.class);
    }
}
