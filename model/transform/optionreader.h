// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/transform/askedoption.h"

#include <nlohmann/json.hpp>

#include <initializer_list>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sightglass {

/// A word of the options and what it means.
template<typename Enum>
using OptionWord = std::pair<std::string_view, Enum>;

/// Reads the members of one JSON object of Grafana's options. What is absent or null leaves the default; what
/// has another type than Grafana writes, or a word that we do not know, is a loss at its JSON pointer; so is
/// each member that nobody asked for, once finish() is called.
class OptionReader
{
public:
    /// `asked`: where it is given, what is asked for is added to it, and what is not there is taken as if it
    /// were, so that all that could be there is asked for.
    OptionReader(const nlohmann::json &object, std::string pointer, std::vector<std::string> &losses,
                 std::vector<AskedOption> *asked = nullptr);

    [[nodiscard]] bool has(std::string_view name);
    /// A text; numbers and booleans are read as theirs, because Grafana's variables made texts of some.
    [[nodiscard]] std::string text(std::string_view name, std::string_view fallback = {});
    [[nodiscard]] std::optional<std::string> textOrNone(std::string_view name);
    [[nodiscard]] bool flag(std::string_view name, bool fallback = false);
    /// A finite number, or a text that is one.
    [[nodiscard]] std::optional<double> number(std::string_view name);
    [[nodiscard]] double number(std::string_view name, double fallback);
    [[nodiscard]] std::vector<std::string> texts(std::string_view name);
    /// A text in which dashboard variables may stand, checked to be an expression that our regular
    /// expressions can do where none does.
    [[nodiscard]] std::string pattern(std::string_view name, std::string_view fallback = {});

    template<typename Enum>
    [[nodiscard]] Enum word(std::string_view name, std::span<const OptionWord<Enum>> words, Enum fallback)
    {
        if (m_asked != nullptr)
            askWord(name, words, fallback);
        const std::optional<std::string> found = readText(name);
        if (!found || found->empty())
            return fallback;
        for (const auto &[text, value] : words) {
            if (text == *found)
                return value;
        }
        unknownWord(name, *found);
        return fallback;
    }

    /// A member that is an object; an empty reader where there is none.
    [[nodiscard]] OptionReader object(std::string_view name);
    /// The objects of an array.
    [[nodiscard]] std::vector<OptionReader> objects(std::string_view name);
    /// The members of this very object by their names, as objects.
    [[nodiscard]] std::vector<std::pair<std::string, OptionReader>> members();
    /// The member as it is, or null.
    [[nodiscard]] const nlohmann::json *value(std::string_view name);

    /// Says what a text, or texts, that were asked for are.
    void means(std::string_view name, AskedOption::Kind kind) { ask(name, kind); }

    /// Members that Grafana writes and that change nothing of what is shown.
    void ignore(std::span<const std::string_view> names);
    void ignore(std::initializer_list<std::string_view> names)
    {
        ignore(std::span(names.begin(), names.size()));
    }
    /// For transformations that have no options: whatever there is, Grafana does not look at it.
    void ignoreAll();
    /// Says that a member is not honoured, and why.
    void loss(std::string_view name, std::string_view reason);
    /// Says that the whole is not honoured.
    void loss(std::string_view reason);

    /// Names the members that nobody asked for.
    void finish();

private:
    void ask(std::string_view name, AskedOption::Kind kind, std::string standard = {},
             std::vector<std::string> words = {});

    template<typename Enum>
    void askWord(std::string_view name, std::span<const OptionWord<Enum>> words, Enum fallback)
    {
        std::vector<std::string> all;
        std::string standard;
        for (const auto &[text, value] : words) {
            all.emplace_back(text);
            if (value == fallback && standard.empty())
                standard = text;
        }
        ask(name, AskedOption::Kind::Word, std::move(standard), std::move(all));
    }

    [[nodiscard]] std::optional<std::string> readText(std::string_view name);
    const nlohmann::json *find(std::string_view name);
    void unknownWord(std::string_view name, std::string_view word);
    [[nodiscard]] std::string pointerTo(std::string_view name) const;

    const nlohmann::json *m_object;
    std::string m_pointer;
    std::vector<std::string> *m_losses;
    std::vector<AskedOption> *m_asked; ///< null: nobody wants to know
    std::set<std::string, std::less<>> m_known;
};

} // namespace sightglass
