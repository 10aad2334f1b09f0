// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/notify/silencetext.h"

#include "model/notify/notifytime.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <utility>

namespace sightglass {

namespace {

using Json = nlohmann::json;

Json jsonOf(const Matcher &matcher)
{
    const bool isRegex = matcher.op == MatchOp::Regex || matcher.op == MatchOp::NotRegex;
    const bool isEqual = matcher.op == MatchOp::Equal || matcher.op == MatchOp::Regex;
    return {{"name", matcher.name}, {"value", matcher.value}, {"isRegex", isRegex}, {"isEqual", isEqual}};
}

Json jsonOf(const Silence &silence)
{
    Json json = {{"startsAt", rfc3339Ms(silence.startsAt)},
                 {"endsAt", rfc3339Ms(silence.endsAt)},
                 {"createdBy", silence.createdBy},
                 {"comment", silence.comment},
                 {"matchers", Json::array()}};
    if (!silence.id.empty())
        json["id"] = silence.id;
    for (const Matcher &matcher : silence.matchers)
        json["matchers"].push_back(jsonOf(matcher));
    return json;
}

std::optional<std::string> textOf(const Json &json, const char *name)
{
    const auto found = json.find(name);
    if (found == json.end() || !found->is_string())
        return std::nullopt;
    return found->get<std::string>();
}

bool flagOf(const Json &json, const char *name, bool usual)
{
    const auto found = json.find(name);
    return found != json.end() && found->is_boolean() ? found->get<bool>() : usual;
}

std::optional<TimestampMs> timeOf(const Json &json, const char *name)
{
    const auto text = textOf(json, name);
    return text ? parseRfc3339(*text) : std::nullopt;
}

std::optional<Matcher> matcherOf(const Json &json)
{
    if (!json.is_object())
        return std::nullopt;
    auto name = textOf(json, "name");
    auto value = textOf(json, "value");
    if (!name || !value || name->empty())
        return std::nullopt;
    const bool isRegex = flagOf(json, "isRegex", false);
    const bool isEqual = flagOf(json, "isEqual", true);
    const MatchOp op = isRegex ? (isEqual ? MatchOp::Regex : MatchOp::NotRegex)
                               : (isEqual ? MatchOp::Equal : MatchOp::NotEqual);
    return Matcher{op, *std::move(name), *std::move(value)};
}

std::optional<Silence> silenceOf(const Json &json)
{
    if (!json.is_object())
        return std::nullopt;
    auto id = textOf(json, "id");
    const auto startsAt = timeOf(json, "startsAt");
    const auto endsAt = timeOf(json, "endsAt");
    const auto matchers = json.find("matchers");
    if (!id || id->empty() || !startsAt || !endsAt || matchers == json.end() || !matchers->is_array())
        return std::nullopt;
    Silence silence;
    silence.id = *std::move(id);
    silence.startsAt = *startsAt;
    silence.endsAt = *endsAt;
    silence.updatedAt = timeOf(json, "updatedAt").value_or(*startsAt);
    silence.createdBy = textOf(json, "createdBy").value_or("");
    silence.comment = textOf(json, "comment").value_or("");
    for (const Json &each : *matchers) {
        auto matcher = matcherOf(each);
        if (!matcher) // without it the silence would hit more than it was made for
            return std::nullopt;
        silence.matchers.push_back(*std::move(matcher));
    }
    return silence.matchers.empty() ? std::nullopt : std::optional(std::move(silence));
}

std::string dumped(const Json &json, int indent)
{
    return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

} // namespace

std::string silencesText(const std::vector<Silence> &silences)
{
    Json array = Json::array();
    for (const Silence &silence : silences) {
        Json json = jsonOf(silence);
        json["updatedAt"] = rfc3339Ms(silence.updatedAt);
        array.push_back(std::move(json));
    }
    return dumped(array, 1) + '\n';
}

Result<std::vector<Silence>> readSilences(std::string_view text)
{
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_array())
        return Error{ErrorCode::ConfigSyntax, {"not a list of silences"}, {}, {}};
    std::vector<Silence> silences;
    for (const Json &each : json) {
        if (silences.size() == mostSilences)
            break;
        if (auto silence = silenceOf(each))
            silences.push_back(*std::move(silence));
    }
    return silences;
}

std::string silenceText(const Silence &silence)
{
    return dumped(jsonOf(silence), -1);
}

} // namespace sightglass
