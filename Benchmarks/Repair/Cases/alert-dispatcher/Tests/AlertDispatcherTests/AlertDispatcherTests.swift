import Testing

@testable import AlertDispatcher

@Suite struct AlertDispatcherTests {
    final class FakeChannel: AlertChannel {
        let name: String
        let minimumSeverity: Severity
        var works: Bool
        private(set) var sent: [String] = []

        init(_ name: String, from severity: Severity = .notice, works: Bool = true) {
            self.name = name
            minimumSeverity = severity
            self.works = works
        }

        func send(_ message: String) -> Bool {
            if works { sent.append(message) }
            return works
        }
    }

    @Test func the_first_working_channel_takes_it() {
        let pager = FakeChannel("pager")
        let mail = FakeChannel("mail")
        let dispatcher = AlertDispatcher(channels: [pager, mail])
        #expect(dispatcher.dispatch("disk full", severity: .warning) == "pager")
        #expect(mail.sent.isEmpty)
    }

    @Test func the_next_channel_helps_out() {
        let dispatcher = AlertDispatcher(channels: [FakeChannel("pager", works: false), FakeChannel("mail")])
        #expect(dispatcher.dispatch("x", severity: .notice) == "mail")
    }

    @Test func channels_have_a_minimum_severity() {
        let pager = FakeChannel("pager", from: .critical)
        let dispatcher = AlertDispatcher(channels: [pager, FakeChannel("mail")])
        #expect(dispatcher.dispatch("x", severity: .warning) == "mail")
        #expect(pager.sent.isEmpty)
    }

    @Test func undelivered_messages_are_kept() {
        let mail = FakeChannel("mail", works: false)
        let dispatcher = AlertDispatcher(channels: [mail])
        #expect(dispatcher.dispatch("x", severity: .notice) == nil)
        mail.works = true
        #expect(dispatcher.redeliver() == 1)
        #expect(dispatcher.undelivered.isEmpty)
    }
}
