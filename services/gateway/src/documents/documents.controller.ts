import { Controller, Get } from '@nestjs/common';
import { asyncApiDocument } from './asyncapi.js';
import { openApiDocument } from './openapi.js';

/** The descriptions of the HTTP API and of the events. */
@Controller('api')
export class DocumentsController {
  private readonly openApi = openApiDocument();
  private readonly asyncApi = asyncApiDocument();

  @Get('openapi.json')
  getOpenApi() {
    return this.openApi;
  }

  @Get('asyncapi.json')
  getAsyncApi() {
    return this.asyncApi;
  }
}
