// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/approvedfindings.h"

#include <QString>
#include <QUrl>

namespace sightglass {

/// The findings that the user approved, in one small text file for each target's address, so that they
/// survive the window and `sightglass lint --approved FILE` reads them. Other windows and people write them
/// too: a file is read anew before it is changed, its first lines of comment stay, and one that cannot be
/// read, or is above 16 MiB, is never overwritten.
class ApprovalFiles
{
public:
    /// The folder is made when there is something to keep.
    explicit ApprovalFiles(QString folder);

    struct Kept
    {
        ApprovedFindings findings;
        QString problem; ///< with file and place; empty: none
    };
    /// No file: nothing is approved.
    [[nodiscard]] Kept read(const QUrl &address) const;
    /// Approves or withdraws, and writes. What comes back is what is kept now: what was before, where it
    /// could not be written.
    Kept change(const QUrl &address, const FindingKey &key, bool approved) const;

    /// Of the public address (see publicAddress()), as far as file names have it, and a hash, which the query
    /// or the command is in too; user and password are in neither.
    [[nodiscard]] QString fileFor(const QUrl &address) const;

private:
    QString m_folder;
};

} // namespace sightglass
