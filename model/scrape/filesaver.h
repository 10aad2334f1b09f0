// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace sightglass {

/// Who may read a file that is made; one that is there keeps its own rules with Everybody.
enum class FileReaders : bool
{
    Everybody, ///< as far as the user's umask goes
    User
};

/// Puts a whole file in the place of what was there, or leaves that as it was: a reader, and a program that
/// is killed meanwhile, never sees half a file. The folder must be there. Blocks. What went wrong, as the
/// system says it; empty: nothing.
[[nodiscard]] QString replaceFile(const QString &path, const QByteArray &bytes,
                                  FileReaders readers = FileReaders::Everybody);

/// As replaceFile(); the folder is made where there is none.
/// Blocks. What went wrong, in English; empty: nothing.
[[nodiscard]] QString saveFile(const QString &path, const QByteArray &bytes,
                               FileReaders readers = FileReaders::Everybody);

} // namespace sightglass
