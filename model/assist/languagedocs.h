// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/promql/ast.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

enum class WordKind : unsigned char
{
    Function,
    Aggregation,
    Keyword
};

/// What is to be known of a word of the language.
struct WordDoc
{
    std::string_view word;
    WordKind kind = WordKind::Keyword;
    /// Names of the arguments, separated by blanks; that of a variadic one ends in "…".
    std::string_view arguments;
    /// One line, English; surfaces translate it in the context "promql".
    const char *text = "";
};

/// All of them: functions, aggregations, keywords, each sorted by word.
[[nodiscard]] std::span<const WordDoc> wordDocs() noexcept;

/// Null for a word that is none of the language's. Functions are case-sensitive, the others not.
[[nodiscard]] const WordDoc *findWordDoc(std::string_view word) noexcept;

/// One parameter of a signature.
struct Parameter
{
    std::string name;
    promql::ValueType type = promql::ValueType::InstantVector;
    bool optional = false;
    bool repeated = false;
};

/// The parameters of a function or aggregation, in order; empty for other words.
[[nodiscard]] std::vector<Parameter> parametersOf(const WordDoc &doc);

/// Needs the feature promql-experimental-functions.
[[nodiscard]] bool isExperimental(const WordDoc &doc) noexcept;

/// "scalar", "instant vector", "range vector", "string".
[[nodiscard]] const char *valueTypeText(promql::ValueType type) noexcept;

} // namespace sightglass
