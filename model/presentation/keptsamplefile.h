// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/keptsamples.h"

#include <QString>

#include <span>
#include <string>

namespace sightglass {

/// The file beside `stateFile` in which is what rules look at.
[[nodiscard]] QString keptSamplesPath(const QString &stateFile);

/// What it holds, of samples until `until`; nothing where there is no such file. Blocks.
[[nodiscard]] KeptSamples takeKeptSamples(const QString &path, TimestampMs until);

/// Keeps such a file: what is new is appended, and where most of it is older than what rules look at, it is
/// written anew. One thread at a time; blocks.
class KeptSampleFile
{
public:
    explicit KeptSampleFile(QString path)
        : m_path(std::move(path))
    {}

    /// What went wrong; empty: nothing.
    [[nodiscard]] QString update(const Snapshot &snapshot, std::span<const KeptSelector> selectors,
                                 TimestampMs now);

private:
    /// Goes on with what an earlier run has left.
    void begin();
    [[nodiscard]] QString append(const std::string &bytes);

    QString m_path;
    KeptSampleWriter m_writer;
    bool m_hasBegun = false;
    qint64 m_bytes = 0;      ///< of the file; 0: it is to be written anew
    qint64 m_wholeBytes = 0; ///< when it was
};

} // namespace sightglass
