// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/transform/optionreader.h"

#include "model/fields/jsregex.h"
#include "parser/base/jsonpointer.h"
#include "parser/base/numbertext.h"
#include "parser/base/utf8cut.h"

#include <algorithm>
#include <cmath>

namespace sightglass {

namespace {

using Json = nlohmann::json;

/// More of one transformation would tell nobody more.
constexpr std::size_t mostLosses = 50;
constexpr std::size_t longestQuoted = 80;
constexpr std::size_t mostAsked = 2000; ///< of one transformation: lists are as long as somebody wrote them

const Json &nothing()
{
    static const Json none = Json::object();
    return none;
}

std::string scalarText(const Json &value)
{
    if (value.is_string())
        return value.get_ref<const std::string &>();
    if (value.is_boolean())
        return value.get<bool>() ? "true" : "false";
    return formatFloat(value.get<double>());
}

bool isScalar(const Json &value) noexcept
{
    return value.is_string() || value.is_boolean() || value.is_number();
}

} // namespace

OptionReader::OptionReader(const Json &object, std::string pointer, std::vector<std::string> &losses,
                           std::vector<AskedOption> *asked)
    : m_object(object.is_object() ? &object : &nothing())
    , m_pointer(std::move(pointer))
    , m_losses(&losses)
    , m_asked(asked)
{
    if (!object.is_object())
        loss("expected an object");
}

std::string OptionReader::pointerTo(std::string_view name) const
{
    // Losses are read by people; forms need all of the name.
    const std::string_view shown = m_asked != nullptr ? name : utf8Prefix(name, longestQuoted);
    return m_pointer + "/" + pointerToken(shown);
}

/// Who asks twice is a text first and something more precise then.
void OptionReader::ask(std::string_view name, AskedOption::Kind kind, std::string standard,
                       std::vector<std::string> words)
{
    if (m_asked == nullptr || m_asked->size() >= mostAsked)
        return;
    std::string pointer = m_pointer;
    if (!name.empty() || kind != AskedOption::Kind::Members)
        pointer += "/" + pointerToken(name);
    const auto known = std::ranges::find(*m_asked, pointer, &AskedOption::pointer);
    if (known == m_asked->end()) {
        m_asked->push_back({std::move(pointer), kind, std::move(words), std::move(standard)});
        return;
    }
    known->kind = std::max(known->kind, kind);
    if (known->standard.empty())
        known->standard = std::move(standard);
    if (known->words.empty())
        known->words = std::move(words);
}

void OptionReader::loss(std::string_view name, std::string_view reason)
{
    if (m_losses->size() < mostLosses)
        m_losses->push_back(pointerTo(name) + ": " + std::string(reason));
}

void OptionReader::loss(std::string_view reason)
{
    if (m_losses->size() < mostLosses)
        m_losses->push_back((m_pointer.empty() ? "/" : m_pointer) + ": " + std::string(reason));
}

void OptionReader::unknownWord(std::string_view name, std::string_view word)
{
    loss(name, "unknown value \"" + std::string(utf8Prefix(word, longestQuoted)) + "\"");
}

const Json *OptionReader::find(std::string_view name)
{
    m_known.emplace(name);
    const auto found = m_object->find(name);
    return found == m_object->end() || found->is_null() ? nullptr : &*found;
}

const Json *OptionReader::value(std::string_view name)
{
    ask(name, AskedOption::Kind::Value);
    return find(name);
}

bool OptionReader::has(std::string_view name)
{
    return find(name) != nullptr || m_asked != nullptr;
}

std::optional<std::string> OptionReader::textOrNone(std::string_view name)
{
    ask(name, AskedOption::Kind::Text);
    return readText(name);
}

std::optional<std::string> OptionReader::readText(std::string_view name)
{
    const Json *found = find(name);
    if (found == nullptr)
        return std::nullopt;
    if (isScalar(*found))
        return scalarText(*found);
    loss(name, "expected a text");
    return std::nullopt;
}

std::string OptionReader::text(std::string_view name, std::string_view fallback)
{
    ask(name, AskedOption::Kind::Text, std::string(fallback));
    return readText(name).value_or(std::string(fallback));
}

bool OptionReader::flag(std::string_view name, bool fallback)
{
    ask(name, AskedOption::Kind::Flag, fallback ? "true" : "false");
    const Json *found = find(name);
    if (found == nullptr)
        return fallback;
    if (found->is_boolean())
        return found->get<bool>();
    loss(name, "expected true or false");
    return fallback;
}

double OptionReader::number(std::string_view name, double fallback)
{
    ask(name, AskedOption::Kind::Number, formatFloat(fallback));
    return number(name).value_or(fallback);
}

std::optional<double> OptionReader::number(std::string_view name)
{
    ask(name, AskedOption::Kind::Number);
    const Json *found = find(name);
    if (found == nullptr)
        return std::nullopt;
    if (found->is_number())
        return found->get<double>();
    if (found->is_string()) {
        const std::string &text = found->get_ref<const std::string &>();
        if (text.empty())
            return std::nullopt;
        if (const auto number = parseFloat(text); number && std::isfinite(*number))
            return number;
    }
    loss(name, "expected a number");
    return std::nullopt;
}

std::vector<std::string> OptionReader::texts(std::string_view name)
{
    ask(name, AskedOption::Kind::Texts);
    std::vector<std::string> result;
    const Json *found = find(name);
    if (found == nullptr)
        return result;
    if (found->is_string())
        return {found->get<std::string>()};
    if (!found->is_array()) {
        loss(name, "expected a list of texts");
        return result;
    }
    for (const Json &item : *found) {
        if (isScalar(item))
            result.push_back(scalarText(item));
        else if (!item.is_null())
            loss(name, "expected a list of texts");
    }
    return result;
}

std::string OptionReader::pattern(std::string_view name, std::string_view fallback)
{
    ask(name, AskedOption::Kind::Pattern);
    std::string pattern = text(name, fallback);
    const bool mayHaveVariables =
        pattern.find("${") != std::string::npos || pattern.find("[[") != std::string::npos;
    if (mayHaveVariables || pattern.empty())
        return pattern;
    if (const auto regex = JsRegex::fromText(pattern); !regex)
        loss(name, plainText(regex.error()));
    return pattern;
}

OptionReader OptionReader::object(std::string_view name)
{
    const Json *found = find(name);
    return {found == nullptr ? nothing() : *found, pointerTo(name), *m_losses, m_asked};
}

std::vector<OptionReader> OptionReader::objects(std::string_view name)
{
    ask(name, AskedOption::Kind::Objects);
    std::vector<OptionReader> result;
    const Json *found = find(name);
    if (found == nullptr)
        return result;
    if (!found->is_array()) {
        loss(name, "expected a list");
        return result;
    }
    for (std::size_t i = 0; i < found->size(); ++i)
        result.emplace_back((*found)[i], pointerTo(name) + "/" + std::to_string(i), *m_losses, m_asked);
    return result;
}

std::vector<std::pair<std::string, OptionReader>> OptionReader::members()
{
    ask({}, AskedOption::Kind::Members);
    std::vector<std::pair<std::string, OptionReader>> result;
    for (const auto &[name, member] : m_object->items()) {
        m_known.insert(name);
        if (!member.is_null())
            result.emplace_back(name, OptionReader(member, pointerTo(name), *m_losses, m_asked));
    }
    return result;
}

void OptionReader::ignore(std::span<const std::string_view> names)
{
    for (const std::string_view name : names)
        m_known.emplace(name);
}

void OptionReader::ignoreAll()
{
    for (const auto &[name, member] : m_object->items())
        m_known.insert(name);
}

void OptionReader::finish()
{
    for (const auto &[name, member] : m_object->items()) {
        if (!m_known.contains(name))
            loss(name, "unknown option");
    }
}

} // namespace sightglass
