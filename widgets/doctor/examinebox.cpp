// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/doctor/examinebox.h"

#include "widgets/doctor/doctorstyle.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace sightglass {

ExamineBox::ExamineBox(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(new QLabel(tr("Paste or drop a metrics page here"), this))
    , m_hint(new QLabel(tr("Prometheus text, OpenMetrics or protobuf, also gzip or zstd. Nothing of it is "
                           "kept when the window closes."),
                        this))
    , m_problem(new QLabel(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(m_title->text());
    m_problem->setObjectName(QStringLiteral("examineProblem"));
    for (QLabel *label : {m_title, m_hint, m_problem}) {
        label->setTextFormat(Qt::PlainText);
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
    }
    auto *paste = new QPushButton(tr("Paste"), this);
    paste->setObjectName(QStringLiteral("examinePaste"));
    paste->setToolTip(tr("What is on the clipboard (Ctrl+V)"));
    auto *open = new QPushButton(tr("Open a file…"), this);
    open->setObjectName(QStringLiteral("examineOpen"));
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(paste);
    buttons->addWidget(open);
    buttons->addWidget(m_cancel);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(40, 40, 40, 40);
    layout->setSpacing(12);
    layout->addStretch(1);
    layout->addWidget(m_title);
    layout->addWidget(m_hint);
    layout->addLayout(buttons);
    layout->addWidget(m_problem);
    layout->addStretch(1);
    connect(paste, &QPushButton::clicked, this, &ExamineBox::paste);
    connect(open, &QPushButton::clicked, this, &ExamineBox::openFile);
    connect(m_cancel, &QPushButton::clicked, this, &ExamineBox::dismissed);
    setDismissible(false);
    setTheme(theme);
    setProblem({});
}

void ExamineBox::setTheme(const Theme &theme)
{
    m_theme = theme;
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    m_title->setFont(large);
    setTextColor(m_hint, theme.textMuted);
    setTextColor(m_title, theme.text);
    setTextColor(m_problem, theme.semantic(SemanticColor::Critical));
    update();
}

void ExamineBox::setProblem(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

QString ExamineBox::problem() const
{
    return m_problem->text();
}

void ExamineBox::setDismissible(bool dismissible)
{
    m_cancel->setVisible(dismissible);
}

void ExamineBox::paste()
{
    const QMimeData *clipboard = QGuiApplication::clipboard()->mimeData();
    if (clipboard != nullptr && clipboard->hasText() && !clipboard->text().isEmpty())
        emit textGiven(clipboard->text());
    else
        setProblem(tr("There is no text on the clipboard."));
}

void ExamineBox::openFile()
{
    auto *dialog = new QFileDialog(this, tr("Examine a file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ExamineBox::fileGiven);
    dialog->open();
}

void ExamineBox::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Paste))
        paste();
    else if (event->key() == Qt::Key_Escape && m_cancel->isVisible())
        emit dismissed();
    else
        QWidget::keyPressEvent(event);
}

void ExamineBox::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), m_theme.window);
    QPen pen(hasFocus() ? m_theme.accent : m_theme.axis, 1.5, Qt::DashLine);
    painter.setPen(pen);
    painter.setBrush(m_theme.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(16, 16, -16, -16), 8, 8);
}

} // namespace sightglass
