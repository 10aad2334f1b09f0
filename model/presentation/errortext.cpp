// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/errortext.h"

#include "model/presentation/filledtext.h"
#include "model/presentation/reasonstrings.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

namespace {

/// The text in place of a template's %1; nothing where the template does not make this text.
std::optional<std::string> argumentOf(std::string_view form, std::string_view text)
{
    constexpr std::string_view hole = "%1";
    const std::size_t at = form.find(hole);
    if (at == std::string_view::npos)
        return form == text ? std::optional<std::string>(std::string()) : std::nullopt;
    const std::string_view begin = form.substr(0, at);
    const std::string_view end = form.substr(at + hole.size());
    const bool fits =
        text.size() >= begin.size() + end.size() && text.starts_with(begin) && text.ends_with(end);
    return fits ? std::optional<std::string>(
                      text.substr(begin.size(), text.size() - begin.size() - end.size()))
                : std::nullopt;
}

/// A reason in words, where it is a known one.
std::string reasonText(const std::string &reason)
{
    std::string text = reason;
    std::size_t longest = 0; // the form that says most of it: "the secret %1" is the beginning of others
    for (const char *form : translatableReasons) {
        const std::string_view known(form);
        const auto argument = known.size() > longest ? argumentOf(known, reason) : std::nullopt;
        if (!argument)
            continue;
        longest = known.size();
        text = filledText(QCoreApplication::translate("reasons", form), {*argument}).toStdString();
    }
    return text;
}

/// Their arguments are words; all others' are names, numbers and what was found.
bool hasReasons(ErrorCode code)
{
    return code == ErrorCode::FileUnreadable || code == ErrorCode::Unsupported;
}

} // namespace

QString errorText(const Error &error, qsizetype longestArgument)
{
    // messageTemplate() is the one table of texts; errorstrings.h lists it for lupdate.
    const std::string message(messageTemplate(error.code));
    const QString text = QCoreApplication::translate("errors", message.c_str());
    std::vector<std::string> arguments = error.arguments;
    if (hasReasons(error.code))
        std::transform(arguments.begin(), arguments.end(), arguments.begin(), reasonText);
    const QString filled = filledText(text, arguments, longestArgument);
    if (error.position.line > 0)
        return QStringLiteral("%1:%2: ").arg(error.position.line).arg(error.position.column) + filled;
    return filled;
}

} // namespace sightglass
