// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/export/savequeue.h"

#include "model/presentation/guipost.h"
#include "model/scrape/filesaver.h"

#include <QPointer>

namespace sightglass {

void SaveQueue::save(const QString &path, std::function<QByteArray()> bytes)
{
    m_tasks.run([path, bytes = std::move(bytes), self = QPointer<SaveQueue>(this)] {
        const QString problem = replaceFile(path, bytes());
        postToGui(self, [path, problem](SaveQueue &saver) { emit saver.finished(path, problem); });
    });
}

} // namespace sightglass
