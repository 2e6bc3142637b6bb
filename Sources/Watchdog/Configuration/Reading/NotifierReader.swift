/// Reads the elements of `notify`.
enum NotifierReader {
    private static let kinds = ["webhook", "command", "pagerduty"]
    private static let noSecrets = "secrets are not kept in this file, use"

    static func read(_ value: Value) -> Notifier? {
        guard let fields = value.fields(.notifier) else { return nil }
        let given = fields.keys.filter(kinds.contains)
        guard given.count == 1, let kind = given.first else {
            fields.problems.add(
                "an element of notify needs one of webhook, command, pagerduty", at: fields.place)
            return nil
        }
        let outer = fields["timeout"]
        if kind != "command", let outer {
            fields.problems.add("'timeout' belongs into '\(kind)'", at: outer.keyPlace)
        }
        switch kind {
        case "webhook": return fields[kind].flatMap(webhook)
        case "pagerduty": return fields[kind].flatMap(pagerDuty)
        default:
            let timeout = outer.flatMap(timeout)
            guard let words = fields[kind]?.words("[/usr/local/bin/page-me]") else { return nil }
            var command = Notifier.Command(words: words)
            if let timeout { command.timeout = timeout }
            return .command(command)
        }
    }

    private static func webhook(_ value: Value) -> Notifier? {
        let advice = [
            "secret": "\(noSecrets) 'secret_env' or 'secret_file'",
            "token": "\(noSecrets) 'secret_env' or 'secret_file'",
        ]
        guard let fields = value.fields(.webhook, advice: advice) else { return nil }
        let url = fields["url"].flatMap { $0.url() }
        let secretURL = secret("url", in: fields)
        let signature = secret("secret", in: fields)
        let timeout = fields["timeout"].flatMap(timeout)
        let given = fields.keys.filter { ["url", "url_env", "url_file"].contains($0) }
        guard !given.isEmpty else {
            fields.problems.add("a webhook needs one of url, url_env, url_file", at: fields.place)
            return nil
        }
        if given.contains("url"), given.count > 1 {
            fields.problems.add("a webhook has one address: 'url' or '\(given.last ?? "")'", at: fields.place)
        }
        guard let address = url.map({ Notifier.Webhook.Address.url($0) }) ?? secretURL.map({ .secret($0) })
        else { return nil }
        var webhook = Notifier.Webhook(address: address)
        webhook.secret = signature
        if let timeout { webhook.timeout = timeout }
        return .webhook(webhook)
    }

    private static func pagerDuty(_ value: Value) -> Notifier? {
        let advice = [
            "routing_key": "\(noSecrets) 'routing_key_env' or 'routing_key_file'",
            "integration_key": "\(noSecrets) 'routing_key_env' or 'routing_key_file'",
        ]
        guard let fields = value.fields(.pagerDuty, advice: advice) else { return nil }
        let key = secret("routing_key", in: fields)
        let url = fields["url"].flatMap { $0.url() }
        let timeout = fields["timeout"].flatMap(timeout)
        if fields["routing_key_env"] == nil, fields["routing_key_file"] == nil {
            fields.problems.add(
                "pagerduty needs one of routing_key_env, routing_key_file", at: fields.place)
        }
        guard let key else { return nil }
        var pagerDuty = Notifier.PagerDuty(routingKey: key)
        if let url { pagerDuty.url = url }
        if let timeout { pagerDuty.timeout = timeout }
        return .pagerDuty(pagerDuty)
    }

    /// `…_env` or `…_file`.
    private static func secret(_ name: String, in fields: Fields) -> SecretSource? {
        let file = fields[name + "_file"]
        guard let variable = fields[name + "_env"] else {
            return file?.text("a path").map { .file($0) }
        }
        if let file {
            fields.problems.add("'\(name)_env' and '\(name)_file' exclude each other", at: file.keyPlace)
        }
        guard let text = variable.text("the name of an environment variable") else { return nil }
        let isName = text.utf8.enumerated().allSatisfy { index, byte in
            byte == 0x5F || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || index > 0 && (0x30...0x39).contains(byte)
        }
        guard isName else {
            // The text itself may be the secret, put in the wrong place: it is not shown.
            variable.refuse(
                "'\(variable.key)' must be the name of an environment variable, such as LAB_SECRET")
            return nil
        }
        return .environment(text)
    }

    private static func timeout(_ value: Value) -> Duration? {
        value.duration(atLeast: .milliseconds(100), atMost: .seconds(300))
    }
}
