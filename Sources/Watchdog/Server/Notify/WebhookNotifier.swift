import ServiceLifecycle
import Watchdog

/// Posts notices as CloudEvents (structured JSON) to a URL.
package struct WebhookNotifier: Notifier {
    package let desk: NoticeDesk

    /// - Parameters:
    ///   - secret: for `X-Lab-Signature-256`; nil sends none.
    ///   - headers: sent along, such as an authorization that the receiver asks for.
    package init(
        url: String, secret: String?, headers: [(String, String)] = [], poster: HTTPPoster,
        setting: NotifierSetting
    ) {
        desk = setting.desk { notice in
            guard let body = try? CompactJSON.encode(NoticeEvent(notice, environment: setting.environment))
            else {
                return .refused("it could not be written as JSON")
            }
            var all = headers + [("Content-Type", "application/cloudevents+json; charset=utf-8")]
            // Anew for each attempt: a receiver refuses what is too old.
            let timestamp = setting.wall() / 1000
            all.append(("X-Lab-Timestamp", "\(timestamp)"))
            if let secret {
                let signature = RequestSignature.value(secret: secret, timestamp: timestamp, body: body)
                all.append(("X-Lab-Signature-256", signature))
            }
            return await poster.post(body, to: url, headers: all, timeout: setting.policy.timeout)
        }
    }
}
