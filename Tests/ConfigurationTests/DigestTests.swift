import Testing
import Watchdog
@testable import WatchdogConfiguration

@Suite struct DigestTests {
    @Test func comments_order_and_ways_to_write_do_not_change_the_digest() throws {
        let one =
            "version: 1\nservices:\n  a: {liveness: [{tcp: h:1}]}\n  b: {liveness: [{tcp: h:2}], interval: 60s}\n"
        let other = """
            # the same
            services:
              b:
                interval: 1m
                liveness:
                  - tcp: "h:2"
              a: {liveness: [{tcp: h:1}], container: a, failure_threshold: 3}
            version: 1
            listen: 127.0.0.1:9464
            """
        #expect(try parsed(one).digest == parsed(other).digest)
        #expect(try parsed(one).digest.count == 64)
    }

    @Test func every_line_of_a_file_changes_the_digest() throws {
        let whole = try parsed(FullFile.text)
        let lines = FullFile.text.split(separator: "\n").map(String.init)
        var digests: Set<String> = [whole.digest]
        var count = 1
        for index in lines.indices {
            var fewer = lines
            fewer.remove(at: index)
            guard let configuration = try? parsed(fewer.joined(separator: "\n")), configuration != whole
            else {
                continue
            }
            digests.insert(configuration.digest)
            count += 1
        }
        #expect(digests.count == count)
        #expect(count > 25)
    }

    @Test func a_credential_in_a_header_is_not_in_the_digest() throws {
        let text =
            "version: 1\nservices: {w: {liveness: [{http: http://a/, headers: {Authorization: \"Bearer SECRET\"}}]}}\n"
        let configuration = try parsed(text)
        #expect(!configuration.canonicalText.contains("SECRET"))
        #expect(try parsed(text.replacing("SECRET", with: "OTHER")).digest == configuration.digest)
        #expect(try parsed(text.replacing("Authorization", with: "X-Key")).digest != configuration.digest)
    }

    @Test func sets_and_dictionaries_have_one_canonical_text() throws {
        let headers = (1...20).map { "h\($0): v" }.joined(separator: ", ")
        let text = "version: 1\nservices: {w: {liveness: [{http: http://a/, headers: {\(headers)}}]}}\n"
        #expect(Set(try (1...20).map { _ in try parsed(text).digest }).count == 1)
    }
}
