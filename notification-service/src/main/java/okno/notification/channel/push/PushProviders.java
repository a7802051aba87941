package okno.notification.channel.push;

import com.interaso.webpush.WebPush;
import java.util.List;
import okno.notification.channel.MessageChannel;
import okno.notification.device.DeviceQueries;
import okno.notification.device.PushProperties;
import okno.notification.device.PushServices;
import okno.notification.device.RemoveDevice;
import okno.notification.device.VapidKey;
import org.springframework.stereotype.Component;

/** Web Push, where there is a key for it. */
@Component
public class PushProviders {

    private final List<MessageChannel> all;

    PushProviders(
            PushProperties properties,
            VapidKey key,
            PushServices services,
            DeviceQueries devices,
            RemoveDevice removeDevice) {
        this.all = key.keys()
                .<List<MessageChannel>>map(keys -> List.of(new WebPushChannel(
                        new WebPush(properties.subject(), keys),
                        properties,
                        services,
                        devices::of,
                        removeDevice::gone)))
                .orElse(List.of());
    }

    public List<MessageChannel> all() {
        return all;
    }
}
