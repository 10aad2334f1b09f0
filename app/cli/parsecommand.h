// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace sightglass {

/// `sightglass parse [--format auto|text|openmetrics|protobuf] [--strict] FILE|-`: prints the families and
/// samples of an exposition as JSON lines, and on the error stream, as `file:line:column: message`, what is
/// wrong with it. Exit code 0 when Prometheus would take the page (with --strict: when it is as the format's
/// specification has it), 1 when not or when it cannot be read, 2 on wrong usage. After an error it goes on
/// with the next line, or the next family of the binary format.
int runParseCommand(const QStringList &arguments);

} // namespace sightglass
