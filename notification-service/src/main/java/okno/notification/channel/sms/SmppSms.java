package okno.notification.channel.sms;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;

import java.io.IOException;
import java.time.Duration;
import okno.notification.Channel;
import okno.notification.channel.MessageChannel;
import okno.notification.channel.OutgoingMessage;
import okno.notification.channel.SendOutcome;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * SMS by SMPP 3.4: one transceiver session, opened when first needed and again after a loss. The protocol has no message
 * id of the sender's, so a repeat would be a second message.
 */
final class SmppSms implements MessageChannel, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SmppSms.class);

    /** What a Russian SMS of one part holds; beyond it the whole text travels as a message_payload (SMPP 3.4, 5.3.2.32). */
    private static final int SHORT_OCTETS = 140;

    private static final Duration ENQUIRE_LINK = Duration.ofSeconds(15);

    private final SmsProperties.MessageCentre centre;
    private final Duration connectTimeout;
    private final Duration answerTimeout;
    private final MessageReceiverListener receipts;
    private @Nullable SMPPSession open;

    SmppSms(SmsProperties properties, MessageReceiverListener receipts) {
        this.centre = properties.smpp();
        this.connectTimeout = properties.connectTimeout();
        this.answerTimeout = properties.readTimeout();
        this.receipts = receipts;
    }

    @Override
    public String name() {
        return centre.name();
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public boolean knowsRepeats() {
        return false;
    }

    @Override
    public SendOutcome send(OutgoingMessage message) {
        SMPPSession session;
        try {
            session = session();
        } catch (IOException e) {
            LOG.warn("No session with {}: {}", centre.name(), e.toString());
            return new SendOutcome.Unavailable("centre_unreachable");
        }
        try {
            return new SendOutcome.Accepted(submit(session, message));
        } catch (NegativeResponseException e) {
            return refusal(e.getCommandStatus());
        } catch (PDUException e) {
            return new SendOutcome.Refused("message_not_encodable");
        } catch (ResponseTimeoutException | InvalidResponseException | IOException e) {
            return new SendOutcome.Unknown("centre_silent");
        }
    }

    private String submit(SMPPSession session, OutgoingMessage message)
            throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException,
                    IOException {
        boolean ascii = US_ASCII.newEncoder().canEncode(message.text());
        byte[] text = message.text().getBytes(ascii ? US_ASCII : UTF_16BE);
        boolean fits = text.length <= SHORT_OCTETS;
        OptionalParameter[] payload =
                fits ? new OptionalParameter[0] : new OptionalParameter[] {new OptionalParameter.Message_payload(text)};
        return session.submitShortMessage(
                        "",
                        TypeOfNumber.ALPHANUMERIC,
                        NumberingPlanIndicator.UNKNOWN,
                        centre.source(),
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        message.address().substring(1),
                        new ESMClass(),
                        (byte) 0,
                        (byte) 0,
                        null,
                        null,
                        new RegisteredDelivery(
                                message.receipt() ? SMSCDeliveryReceipt.SUCCESS_FAILURE : SMSCDeliveryReceipt.DEFAULT),
                        (byte) 0,
                        new GeneralDataCoding(ascii ? Alphabet.ALPHA_DEFAULT : Alphabet.ALPHA_UCS2),
                        (byte) 0,
                        fits ? text : new byte[0],
                        payload)
                .getMessageId();
    }

    private static SendOutcome refusal(int status) {
        return switch (status) {
            case SMPPConstant.STAT_ESME_RTHROTTLED,
                    SMPPConstant.STAT_ESME_RMSGQFUL,
                    SMPPConstant.STAT_ESME_RSYSERR,
                    SMPPConstant.STAT_ESME_RINVBNDSTS ->
                new SendOutcome.Unavailable("centre_busy_0x%02x".formatted(status));
            default -> new SendOutcome.Refused("centre_refused_0x%02x".formatted(status));
        };
    }

    private synchronized SMPPSession session() throws IOException {
        SMPPSession known = open;
        if (known != null && known.getSessionState().isTransmittable()) {
            return known;
        }
        if (known != null) {
            known.unbindAndClose();
            open = null;
        }
        var fresh = new SMPPSession();
        fresh.setTransactionTimer(answerTimeout.toMillis());
        fresh.setEnquireLinkTimer((int) ENQUIRE_LINK.toMillis());
        fresh.setMessageReceiverListener(receipts);
        fresh.connectAndBind(
                centre.host(),
                centre.port(),
                new BindParameter(
                        BindType.BIND_TRX,
                        centre.systemId(),
                        centre.password(),
                        "",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        null),
                connectTimeout.toMillis());
        open = fresh;
        return fresh;
    }

    @Override
    public synchronized void close() {
        if (open != null) {
            open.unbindAndClose();
            open = null;
        }
    }
}
