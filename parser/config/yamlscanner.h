// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/config/yamlscalars.h"
#include "parser/config/yamltoken.h"

#include <cstddef>
#include <deque>
#include <string_view>
#include <vector>

namespace sightglass {

/// Cuts YAML text into tokens, as libyaml and go-yaml do: indentation becomes tokens, and a key without "?"
/// is known for one when its ":" is met, on the same line and within 1,024 characters.
class YamlScanner
{
public:
    /// The text outlives the scanner.
    explicit YamlScanner(std::string_view text);

    /// The next token; StreamEnd again and again behind the last. Throws YamlRefusal, of places ahead too:
    /// go-yaml looks two tokens ahead.
    [[nodiscard]] const YamlToken &peek();
    YamlToken take();

private:
    /// What turns out to be a key when a ":" comes.
    struct PossibleKey
    {
        bool isPossible = false;
        bool isRequired = false; ///< nothing else may stand there
        std::size_t token = 0;   ///< its number
        YamlMark mark;
    };

    [[nodiscard]] bool hasEnough();
    void fetch();
    void fetchIndicator(char c);
    void fetchToken(YamlTokenKind kind, int characters);
    void fetchStreamEnd();
    void fetchDirective();
    void fetchDocumentMark();
    void fetchFlowStart(YamlTokenKind kind);
    void fetchFlowEnd(YamlTokenKind kind);
    void fetchBlockEntry();
    void fetchKey();
    void fetchValue();
    void fetchScalar();
    void skipToToken();

    [[nodiscard]] bool startsPlain() const;
    [[nodiscard]] bool isValid(PossibleKey &key) const;
    [[nodiscard]] bool isInBlock() const { return m_keys.size() == 1; }
    void saveKey();
    void dropKey();
    void add(YamlToken token);
    /// Begins a collection where the column is deeper than the one around. `number`: before that token.
    void indent(std::size_t column, std::size_t number, YamlTokenKind kind, const YamlMark &mark);
    /// Ends the collections that are deeper than the column.
    void unindent(int column, const YamlMark &mark);
    [[nodiscard]] std::size_t nextNumber() const { return m_taken + m_tokens.size(); }

    YamlCursor m_cursor;
    std::deque<YamlToken> m_tokens; ///< fetched, and not taken
    std::size_t m_taken = 0;
    bool m_isAtEnd = false;
    bool m_keyAllowed = true;
    int m_indent = -1;
    std::vector<int> m_indents;                                    ///< of the collections around
    std::vector<PossibleKey> m_keys = std::vector<PossibleKey>(1); ///< one per level of brackets
};

} // namespace sightglass
