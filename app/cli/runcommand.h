// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCommandLineParser>
#include <QStringList>

#include <optional>
#include <utility>

namespace sightglass {

/// Reads the arguments of a verb, which begin with it. Prints --help or what is wrong with them; the exit
/// code where that was all there is to do.
[[nodiscard]] std::optional<int> parseArguments(QCommandLineParser &parser, const QStringList &arguments);

/// Prints what is wrong; the exit code for it.
[[nodiscard]] int usageError(const QString &problem);

/// What every verb does: reads its arguments with a parser that knows its options (--help is added here),
/// makes them a request by `read(parser, problem)`, which says in `problem` what is wrong with them, and
/// returns the exit code of `run(request)`.
template<typename Read, typename Run>
[[nodiscard]] int runCommand(QCommandLineParser &parser, const QStringList &arguments, Read read, Run run)
{
    if (const std::optional<int> ended = parseArguments(parser, arguments))
        return *ended;
    QString problem;
    auto request = read(parser, problem);
    return problem.isEmpty() ? run(std::move(request)) : usageError(problem);
}

} // namespace sightglass
