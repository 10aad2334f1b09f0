// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/targets/pathedit.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace sightglass {

PathEdit::PathEdit(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(title)
    , m_edit(new QLineEdit)
    , m_choose(new QPushButton(tr("Choose…")))
{
    m_edit->setAccessibleName(title);
    m_choose->setAccessibleName(tr("Choose: %1").arg(title));
    m_choose->setAutoDefault(false);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_choose);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textChanged, this, &PathEdit::changed);
    connect(m_choose, &QPushButton::clicked, this, &PathEdit::choose);
}

void PathEdit::setPath(const std::string &path)
{
    m_edit->setText(QString::fromStdString(path));
}

void PathEdit::setPlaceholder(const QString &text)
{
    m_edit->setPlaceholderText(text);
}

std::string PathEdit::path() const
{
    return m_edit->text().trimmed().toStdString();
}

void PathEdit::choose()
{
    auto *dialog = new QFileDialog(this, m_title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    if (const QFileInfo now(m_edit->text()); now.isAbsolute())
        dialog->setDirectory(now.absolutePath());
    connect(dialog, &QFileDialog::fileSelected, m_edit, &QLineEdit::setText);
    dialog->open();
}

} // namespace sightglass
