// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/approvalkeeper.h"

#include "model/presentation/guipost.h"

#include <utility>

namespace sightglass {

ApprovalKeeper::ApprovalKeeper(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_files(folder)
{}

ApprovalKeeper::~ApprovalKeeper() = default;

void ApprovalKeeper::read(const QUrl &address, Answer answer)
{
    ask([address](const ApprovalFiles &files) { return files.read(address); }, std::move(answer));
}

void ApprovalKeeper::change(const QUrl &address, const FindingKey &key, bool approved, Answer answer)
{
    ask([address, key, approved](const ApprovalFiles &files) { return files.change(address, key, approved); },
        std::move(answer));
}

void ApprovalKeeper::ask(std::function<ApprovalFiles::Kept(const ApprovalFiles &)> question, Answer answer)
{
    m_tasks.run(
        [self = QPointer(this), files = m_files, question = std::move(question), answer = std::move(answer)] {
            postToGui(self, [answer, kept = question(files)](const ApprovalKeeper &) { answer(kept); });
        });
}

} // namespace sightglass
