// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace sightglass::test {

/// How a run of the program ended.
struct Outcome
{
    int exitCode = -1; ///< -1: it did not end in time, or crashed
    QString out;
    QString err;

    /// Everything it said, for messages of failed checks.
    [[nodiscard]] QByteArray said() const { return (out + err).toUtf8(); }
};

struct ProgramInput
{
    QByteArray bytes = {};
    QString locale = QStringLiteral("C.UTF-8");
    QString outputFile = {}; ///< where its standard output goes instead of to Outcome::out
};

/// Runs the real program without a display and gives it at most two minutes, while the test's own servers go
/// on.
[[nodiscard]] Outcome runProgram(const QStringList &arguments, const ProgramInput &input = {});

} // namespace sightglass::test
