"""What the tests share: sheets and packs to build, programs and terminals to run, the app to wait for."""
