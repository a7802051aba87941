package okno.notification.device.web;

import java.util.List;
import okno.notification.device.DeviceQueries;
import org.jspecify.annotations.Nullable;

/** @param applicationServerKey what the browser subscribes with; null when there is no push here */
record DevicesResponse(
        List<DeviceQueries.Listed> items, @Nullable String applicationServerKey) {}
