import Testing

@testable import TextKit

@Suite("Outlines")
struct OutlineTests {
    let book: [String: Any] = [
        "title": "Book", "children": ["Preface", ["title": "Part", "children": ["Scope"]]] as [Any],
    ]

    @Test func reading() throws {
        let outline = try Outline(book)
        #expect(outline.title == "Book")
        #expect(outline.children.map(\.title) == ["Preface", "Part"])
        #expect(try Outline("Alone").children == [])
    }

    @Test("An outline needs a title")
    func noTitle() {
        #expect(throws: OutlineError.noTitle) { try Outline(5) }
        #expect(throws: OutlineError.noTitle) { try Outline(["children": [Any]()]) }
        #expect(throws: OutlineError.noTitle) { try Outline(["title": 7]) }
    }

    @Test("Children must be a list")
    func notAList() {
        let book: [String: Any] = ["title": "Book", "children": "Part"]
        let map: [String: Any] = ["title": "Map", "children": 3]
        #expect(throws: OutlineError.notAList("Book")) { try Outline(book) }
        #expect(throws: OutlineError.notAList("Map")) { try Outline(map) }
    }

    @Test func numbering() throws {
        #expect(try Outline(book).numbered() == ["1 Book", "1.1 Preface", "1.2 Part", "1.2.1 Scope"])
        #expect(try Outline("Alone").numbered("4") == ["4 Alone"])
    }

    @Test func paths() throws {
        let outline = try Outline(book)
        #expect(outline[[1, 0]]?.title == "Scope")
        #expect(outline[[]]?.title == "Book")
    }

    @Test("A path may lead nowhere")
    func wrongPaths() throws {
        let outline = try Outline(book)
        #expect(outline[[2]] == nil)
        #expect(outline[[0, 0]] == nil)
        #expect(outline[[-1]] == nil)
    }

    @Test func titles() {
        #expect(Outline.titles([book, "Alone"]) == ["Book", "Alone"])
        #expect(Outline.titles(["Alone", 5]) == ["Alone", "-"])
        #expect(Outline.titles([["title": 5]]) == ["-"])
    }

    @Test func pages() {
        #expect(Outline.pages([3, "14", "iv", 2.5, 20]) == [3, 14, 20])
        #expect(Outline.pages([["7"], true]) == [])
    }
}
