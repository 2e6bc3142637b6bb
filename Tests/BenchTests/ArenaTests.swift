import Foundation
import Testing

@testable import Bench

@Suite struct ArenaTests {
    private let tree: Folder
    private let place: Folder
    private let arena: Arena

    init() throws {
        tree = try Folder()
        place = try Folder()
        arena = Arena(folder: place.path, name: "Kit")
        try tree.write("Package.swift", "1")
        try tree.write("Sources/Kit/A.swift", "a")
        try tree.write(".git/HEAD", "secret")
        try tree.write(".build/x.o", "o")
        try arena.lay(tree.path)
    }

    @Test func a_package_is_laid_out_without_its_history_and_builds() {
        #expect(arena.digests().keys.sorted() == ["Package.swift", "Sources/Kit/A.swift"])
        #expect(place.text("Kit/.git/HEAD") == nil && place.text("Kit/.build/x.o") == nil)
        #expect(arena.outside().isEmpty)
    }

    @Test func what_a_healer_left_is_gone_the_next_time_but_for_its_builds() throws {
        try place.write("Kit/Sources/Kit/A.swift", "changed")
        try place.write("Kit/Tests/New.swift", "new")
        try place.write("Kit/.build/mine.o", "o")
        try place.write("stray", "x")
        #expect(arena.outside() == ["../stray"])
        try arena.lay(tree.path)
        #expect(arena.digests() == PackageFiles.digests(in: tree.path))
        #expect(arena.outside().isEmpty)
        #expect(place.text("Kit/.build/mine.o") == "o")
    }

    @Test func a_link_out_of_the_package_is_out_of_bounds_and_one_inside_is_not() throws {
        let links = FileManager.default
        try links.createSymbolicLink(
            atPath: arena.package + "/inside", withDestinationPath: "Sources/Kit/A.swift")
        #expect(arena.outside().isEmpty)
        try links.createSymbolicLink(atPath: arena.package + "/out", withDestinationPath: "/etc/hostname")
        #expect(arena.outside() == ["out"])
        #expect(arena.digests()["out"] == "link to /etc/hostname")
    }

    @Test func a_lock_file_that_a_build_writes_is_no_change() throws {
        let before = arena.digests()
        try place.write("Kit/Package.resolved", "{}")
        #expect(arena.digests() == before)
    }
}
