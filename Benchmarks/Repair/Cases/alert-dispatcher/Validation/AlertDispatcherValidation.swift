import Testing

@testable import AlertDispatcher

@Suite struct AlertDispatcherValidation {
    final class Recorder: AlertChannel {
        let name: String
        let minimumSeverity: Severity
        var accepts: (String) -> Bool
        private(set) var asked: [String] = []

        init(
            _ name: String, from severity: Severity = .notice,
            accepts: @escaping (String) -> Bool = { _ in true }
        ) {
            self.name = name
            minimumSeverity = severity
            self.accepts = accepts
        }

        func send(_ message: String) -> Bool {
            asked.append(message)
            return accepts(message)
        }
    }

    @Test func later_channels_are_not_asked() {
        let channels = ["a", "b", "c"].map { Recorder($0) }
        let dispatcher = AlertDispatcher(channels: channels)
        for index in 0..<4 { #expect(dispatcher.dispatch("m\(index)", severity: .critical) == "a") }
        #expect(channels.map(\.asked.count) == [4, 0, 0])
        #expect(dispatcher.undelivered.isEmpty)
    }

    @Test func asked_in_order_until_taken() {
        let first = Recorder("first") { $0.count > 3 }
        let second = Recorder("second") { $0.count > 1 }
        let third = Recorder("third")
        let dispatcher = AlertDispatcher(channels: [first, second, third])
        #expect(dispatcher.dispatch("long", severity: .notice) == "first")
        #expect(dispatcher.dispatch("mid", severity: .notice) == "second")
        #expect(dispatcher.dispatch("s", severity: .notice) == "third")
        #expect(first.asked == ["long", "mid", "s"])
        #expect(second.asked == ["mid", "s"])
        #expect(third.asked == ["s"])
    }

    @Test func no_channel_at_all() {
        let dispatcher = AlertDispatcher(channels: [])
        #expect(dispatcher.dispatch("x", severity: .critical) == nil)
        #expect(dispatcher.redeliver() == 0)
        #expect(dispatcher.undelivered == ["x"])
    }

    @Test func redelivery_is_critical() {
        let pager = Recorder("pager", from: .critical)
        let dispatcher = AlertDispatcher(channels: [pager])
        dispatcher.dispatch("a", severity: .notice)
        dispatcher.dispatch("b", severity: .warning)
        #expect(dispatcher.undelivered == ["a", "b"])
        #expect(dispatcher.redeliver() == 2)
        #expect(pager.asked == ["a", "b"])
    }
}
