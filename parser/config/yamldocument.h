// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/result.h"
#include "parser/base/sourcespan.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// The version of go-yaml that Prometheus reads a file with: they differ in words and in errors' lines.
enum class GoYaml : std::uint8_t
{
    V2, ///< its configuration
    V3  ///< rules, and tests of them
};

enum class YamlKind : std::uint8_t
{
    Null, ///< nothing, ~ or null, written plainly
    Scalar,
    Sequence,
    Mapping
};

/// A value of a YAML document. An alias is the very node that its anchor names, with that one's place.
struct YamlNode
{
    YamlKind kind = YamlKind::Null;
    bool plain = false; ///< a scalar without quotes, which may be a number or a boolean
    SourcePosition position;
    std::string tag;                        ///< an explicit one only: "tag:yaml.org,2002:int", "!x"
    std::string text;                       ///< of a scalar; the bytes of a !!binary one
    std::vector<const YamlNode *> children; ///< of a mapping: key, value, key, value, in the file's order

    // What a reader that follows all aliases meets below this node, itself included.
    std::size_t expandedNodes = 1;
    std::size_t depth = 1;
};

/// What a document may cost. Real configurations stay far below.
struct YamlLimits
{
    std::size_t bytes = 16U << 20U;
    std::size_t nodes = 1'000'000; ///< aliases counted as often as they are used
    std::size_t depth = 10'000;    ///< aliases followed; as go-yaml's
};

/// The first document of a YAML stream, as a tree with places. Later documents are not looked at, as in
/// Prometheus. Syntax and texts of errors are those of go-yaml, which Prometheus reads with.
class YamlDocument
{
public:
    YamlDocument() = default;
    YamlDocument(const YamlDocument &) = delete; // nodes point to each other
    YamlDocument &operator=(const YamlDocument &) = delete;
    YamlDocument(YamlDocument &&) = default;
    YamlDocument &operator=(YamlDocument &&) = default;

    /// Errors: ConfigSyntax with line:column.
    [[nodiscard]] static Result<YamlDocument> parse(std::string_view text, const YamlLimits &limits = {},
                                                    GoYaml version = GoYaml::V2);

    /// Null where the text holds no document.
    [[nodiscard]] const YamlNode &root() const { return m_root ? *m_root : m_nothing; }

    /// Whether another document follows.
    [[nodiscard]] bool hasMore() const { return m_hasMore; }

private:
    std::deque<YamlNode> m_nodes; ///< a deque, for its nodes stay where they are
    const YamlNode *m_root = nullptr;
    YamlNode m_nothing;
    bool m_hasMore = false;
};

} // namespace sightglass
