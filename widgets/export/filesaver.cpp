// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/export/filesaver.h"

#include "model/presentation/guipost.h"

#include <QPointer>
#include <QSaveFile>

namespace sightglass {

namespace {

/// Empty where all went well.
QString write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return file.errorString();
    return {};
}

} // namespace

void FileSaver::save(const QString &path, std::function<QByteArray()> bytes)
{
    m_tasks.run([path, bytes = std::move(bytes), self = QPointer<FileSaver>(this)] {
        const QString problem = write(path, bytes());
        postToGui(self, [path, problem](FileSaver &saver) { emit saver.finished(path, problem); });
    });
}

} // namespace sightglass
