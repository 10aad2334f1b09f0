// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/answercontent.h"
#include "model/analysis/ruleset.h"

#include <array>

namespace sightglass {

namespace {

constexpr DiagnosticSeverity rejected = DiagnosticSeverity::Rejected;
constexpr DiagnosticSeverity advice = DiagnosticSeverity::Advice;

constexpr std::string_view neverReads = "Prometheus does not read it: up is 0.";

constexpr FindingRule htmlPage{
    "answer-html", rejected, "the answer is an HTML page; its title: %1", neverReads,
    "Open the address in a browser: is it the right path, or does a proxy or a gateway answer?"};
constexpr FindingRule loginPage{
    "answer-login", rejected, "the answer is an HTML page that asks for a password; its title: %1",
    "Prometheus does not read it, and fills in no form: up is 0.",
    "Set the credentials that the service takes without its form, as basic_auth or authorization, or let the "
    "path of the metrics pass without a login."};
constexpr FindingRule jsonAnswer{
    "answer-json", rejected, "the answer is JSON", neverReads,
    "Look for the path at which the service exposes text; what has only JSON needs an exporter."};
constexpr FindingRule credentialsAsked{
    "credentials-asked", rejected, "the service asks for credentials: %1",
    "Prometheus sends those that are set, and asks nobody: up is 0.",
    "Set what it asks for as basic_auth or authorization; where that is done, it does not take them."};
constexpr FindingRule cutAnswer{"answer-cut", advice, "only the first %1 bytes of the answer were read",
                                "Prometheus does not read it at all.",
                                "Nothing to mend: it is not a page that is scraped."};

constexpr int statusUnauthorized = 401;

void checkKind(const RefusedAnswer &answer, FindingSink &sink)
{
    const AnswerContent content = answerContent(answer.body);
    const std::string_view title = content.title.empty() ? std::string_view("-") : content.title;
    if (content.kind == AnswerKind::Html)
        sink.report(htmlPage, {}, {title});
    else if (content.kind == AnswerKind::LoginPage)
        sink.report(loginPage, {}, {title});
    else if (content.kind == AnswerKind::Json)
        sink.report(jsonAnswer, {});
}

void checkAnswer(const Examination &in, FindingSink &sink)
{
    if (in.facts.refused == nullptr)
        return;
    const RefusedAnswer &answer = *in.facts.refused;
    if (answer.status == statusUnauthorized && !answer.challenge.empty())
        sink.report(credentialsAsked, {}, {answer.challenge});
    checkKind(answer, sink);
    if (!answer.isWhole && !answer.body.empty())
        sink.report(cutAnswer, {}, {std::to_string(answer.body.size())});
}

constexpr std::array rules = {&htmlPage, &loginPage, &jsonAnswer, &credentialsAsked, &cutAnswer};
constexpr std::array<PageCheck, 1> pageChecks = {checkAnswer};

} // namespace

RuleSet answerRules()
{
    return {rules, pageChecks, {}};
}

} // namespace sightglass
